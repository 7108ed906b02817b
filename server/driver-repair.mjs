// A module hook: mends the driver `postgres` 3.4.9 while it is loaded, in what it does when a connection is lost in
// the midst of a transaction. As it stands, the rollback ends the process or is never answered and leaves the
// connection mute, and what the transaction asks later goes out on the next connection, into somebody else's
// transaction (github.com/porsager/postgres, issues 1154 and 1208, not yet released there).

const repairs = {
  "src/connection.js": [
    // What was not yet written or told is forgotten, so that the next connection starts clean,
    [
      "idleTimer.cancel()\n    lifeTimer.cancel()",
      "nextWriteTimer = chunk = errorResponse = null\n    idleTimer.cancel()\n    lifeTimer.cancel()",
    ],
    // and is refused, also when the loss began with an error.
    ["!hadError && (query || sent.length) && error(", "if (query || sent.length) error("],
  ],
  "src/index.js": [
    // A transaction remembers that its connection was lost, and asks no more.
    [
      "let savepoints = 0\n      , connection",
      "let savepoints = 0\n      , lost\n      , connection",
    ],
    [
      "connection.onclose = reject)",
      "connection.onclose = error => { lost = error; reject(error) })",
    ],
    [
      "q.catch(e => uncaughtError || (uncaughtError = e))\n",
      "q.catch(e => uncaughtError || (uncaughtError = e))\n        if (lost) return q.reject(lost)\n",
    ],
  ],
};

export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context);
  const [, file] = url.split("/node_modules/postgres/");
  if (!(file in repairs)) return loaded;
  const source = Buffer.from(loaded.source).toString();
  return { ...loaded, source: repairs[file].reduce(repair, source) };
}

function repair(source, [broken, whole]) {
  if (source.split(broken).length !== 2) {
    throw new Error("server/driver-repair.mjs does not fit this version of postgres.");
  }
  return source.replace(broken, whole);
}

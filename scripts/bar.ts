const WIDTH = 30;
const EVERY_MS = 250;

/** A progress bar on one line of a terminal; elsewhere a line every ten seconds. */
export function bar() {
  const { isTTY } = process.stdout;
  let said = 0;
  let open = false;

  function tell(what: string, done?: number, of?: number) {
    const now = performance.now();
    const finished = done !== undefined && done === of;
    if (!finished && now - said < (isTTY ? EVERY_MS : 10_000)) return;
    said = now;
    const words = lineOf(what, done, of);
    process.stdout.write(isTTY ? `\r\u001B[K${words}` : `${words}\n`);
    open = isTTY;
  }

  return { tell, end: () => open && process.stdout.write("\r\u001B[K") };
}

function lineOf(what: string, done: number | undefined, of: number | undefined) {
  if (done === undefined || !of) return `${what} …`;
  const filled = Math.round((WIDTH * done) / of);
  const drawn = "#".repeat(filled) + ".".repeat(WIDTH - filled);
  return `${what} [${drawn}] ${done.toLocaleString("en")} of ${of.toLocaleString("en")}`;
}

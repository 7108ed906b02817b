type Words = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One line of JSON to standard output. Callers give no query strings, no secrets, nothing people typed. */
export function log(level: "info" | "warn" | "error", what: string, words: Words = {}) {
  process.stdout.write(
    `${JSON.stringify({ at: new Date().toISOString(), level, what, ...words })}\n`,
  );
}

/** An error as it may be logged: of a database error its code and place, never its values. */
export function loggable(error: unknown): Words {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = databaseError(error);
  if (!cause) return { error: error.message, name: error.name, stack: places(error, true) };
  return {
    name: error.name,
    code: cause.code,
    table: word(cause, "table_name"),
    constraint: word(cause, "constraint_name"),
    query: word(error, "query"),
    stack: places(error, false),
  };
}

/** The first error with a code in a chain of causes: PostgreSQL's five characters, or the network's name. */
export function databaseError(error: unknown): (Error & { code: string }) | undefined {
  if (!(error instanceof Error)) return undefined;
  if (hasCode(error)) return error;
  return databaseError(error.cause);
}

function hasCode(error: Error): error is Error & { code: string } {
  return "code" in error && typeof error.code === "string";
}

function word(error: Error, name: string) {
  const value: unknown = Reflect.get(error, name);
  return typeof value === "string" ? value : undefined;
}

/** A stack begins with the message, which may hold values: without `message` only its places are kept. */
function places(error: Error, message: boolean) {
  const lines = error.stack?.split("\n") ?? [];
  const kept = message ? lines : lines.filter((line) => line.trimStart().startsWith("at "));
  return kept.slice(0, 12).join("\n");
}

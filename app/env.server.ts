import { type Environment, readEnvironment } from "./env/read.server.ts";

const held: typeof globalThis & { jiefangEnvironment?: Environment } = globalThis;

/**
 * The configuration, checked when first asked for. One per process: the server and the bundled app,
 * which are loaded apart, see the same.
 */
export const env: Environment = new Proxy<Environment>(Object.create(null), {
  get: (_, name) => Reflect.get(current(), name),
});

/** Names the database where none was configured: the one this process has started itself. */
export function provideDatabase(url: string) {
  current().databaseUrl = url;
}

/** Lets what is loaded from now on (React, Express) run without its development checks. */
export function runForProduction() {
  current();
  process.env.NODE_ENV = "production";
}

function current() {
  held.jiefangEnvironment ??= readEnvironment(process.env);
  return held.jiefangEnvironment;
}

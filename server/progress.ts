import { env } from "#app/env.server.ts";

type DemoAccount = { who: string; account: string; password: string };

const quick = 400;

/** Does a part of starting up, and says so if it takes long enough to wonder. */
export async function step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  const saying = setTimeout(() => say(`${what} …`), quick);
  try {
    return await work();
  } finally {
    clearTimeout(saying);
    const seconds = (performance.now() - started) / 1000;
    if (seconds > 1) say(`${what}: done in ${seconds.toFixed(1)} s`);
  }
}

/** The last words of a start: where to look, and as whom. */
export function announce(accounts: readonly DemoAccount[]) {
  say(`\n街坊 Jiefang (${env.mode}): ${env.publicUrl}`);
  if (accounts.length > 0) say("\nDemo accounts:");
  for (const { who, account, password } of accounts) say(`  ${account}  ${password}  ${who}`);
  say("");
}

export function say(words: string) {
  process.stdout.write(`${words}\n`);
}

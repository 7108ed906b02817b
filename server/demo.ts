import { existsSync } from "node:fs";

export type DemoAccount = { who: string; account: string; password: string };

type Demo = { ensureDemo: () => Promise<unknown>; demoAccounts: readonly DemoAccount[] };

/** Fills an empty database with the demo's street, and tells who lives and works there. */
export async function fillDemo(): Promise<readonly DemoAccount[]> {
  const file = new URL("../db/seed/demo.ts", import.meta.url);
  if (!existsSync(file)) return [];
  const demo: unknown = await import(file.href);
  if (!isDemo(demo)) throw new Error("db/seed/demo.ts lacks ensureDemo or demoAccounts.");
  await demo.ensureDemo();
  return demo.demoAccounts;
}

function isDemo(loaded: unknown): loaded is Demo {
  return (
    typeof loaded === "object" &&
    loaded !== null &&
    "ensureDemo" in loaded &&
    "demoAccounts" in loaded
  );
}

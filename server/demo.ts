export type DemoAccount = { who: string; account: string; password: string };

/** Fills an empty database with the demo's street, and tells who lives and works there. */
export async function fillDemo(): Promise<readonly DemoAccount[]> {
  const { demoAccounts, ensureDemo } = await import("#db/seed/demo.ts");
  await ensureDemo();
  return await demoAccounts();
}

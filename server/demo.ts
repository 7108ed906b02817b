/** Fills an empty database with the demo's street, and tells who can sign in there. */
export async function fillDemo() {
  const { demoAccounts, ensureDemo } = await import("#db/seed/demo.ts");
  await ensureDemo();
  return demoAccounts();
}

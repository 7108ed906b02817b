import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { users } from "#db/schema/accounts.ts";
import { memberships } from "#db/schema/memberships.ts";
import { hashPassword } from "./passwords.server.ts";
import { checkSignIn } from "./sign-in.server.ts";

const password = "一个很长的密码 2026";

async function makeAccount() {
  const account = `139${newId().slice(-8)}`;
  const values = { name: "刘桂芳", account, passwordHash: await hashPassword(password) };
  const user = one(await db.insert(users).values(values).returning());
  const attempt = (typed: string) => checkSignIn({ account, password: typed, address: account });
  return { user, attempt };
}

test("the right password lets in, a wrong one and an unknown account do not", async () => {
  const { user, attempt } = await makeAccount();
  expect(await attempt(password)).toEqual({ userId: user.id, staff: false });
  await expect(attempt("wrong")).rejects.toMatchObject({ code: "account.wrong_password" });
  await expect(
    checkSignIn({ account: "nobody", password, address: "elsewhere" }),
  ).rejects.toMatchObject({ code: "account.wrong_password" });
});

test("somebody with a role other than resident is staff", async () => {
  const { user, attempt } = await makeAccount();
  await db.insert(memberships).values({ userId: user.id, role: "operator" });
  expect(await attempt(password)).toEqual({ userId: user.id, staff: true });
});

test("after ten failures not even the right password lets in", async () => {
  const { attempt } = await makeAccount();
  for (const _ of Array.from({ length: 10 })) await attempt("wrong").catch(() => undefined);
  await expect(attempt(password)).rejects.toMatchObject({ code: "account.too_many_attempts" });
});

test("a right password forgets the failures before it", async () => {
  const { attempt } = await makeAccount();
  for (const _ of Array.from({ length: 9 })) await attempt("wrong").catch(() => undefined);
  await attempt(password);
  await expect(attempt("wrong")).rejects.toMatchObject({ code: "account.wrong_password" });
});

test("a disabled account stays out", async () => {
  const { user, attempt } = await makeAccount();
  await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, user.id));
  await expect(attempt(password)).rejects.toMatchObject({ code: "account.wrong_password" });
});

import { eq } from "drizzle-orm";
import type { Officer } from "#app/domain/act.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { funds, memberships, users } from "#db/schema/index.ts";

/** 李雯 of the demo street as an actor, with the fund that its purchases are paid from. */
export async function demoOfficer() {
  const { userId, officeId } = one(
    await db
      .select({ userId: users.id, officeId: memberships.officeId })
      .from(users)
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .where(eq(users.account, "liwen")),
  );
  if (!officeId) throw new Error("李雯 is of no office");
  const officer: Officer = { role: "officer", userId, officeId };
  const [fund] = await db.select().from(funds).where(eq(funds.officeId, officeId)).limit(1);
  if (!fund) throw new Error("the demo street has no fund");
  return { officer, officeId, fundId: fund.id };
}

/** The id of a demo person. */
export async function demoUser(account: string) {
  return one(await db.select({ id: users.id }).from(users).where(eq(users.account, account))).id;
}

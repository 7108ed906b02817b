import { and, count, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { databaseNow } from "#app/domain/clock.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { addTo, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { signInFailures, users } from "#db/schema/accounts.ts";
import { memberships } from "#db/schema/memberships.ts";
import { passwordMatches } from "./passwords.server.ts";
import { type Role, roles } from "./role.ts";

const window = minutes(15);
/** A whole street may sit behind one address, so an address gets many more tries than an account. */
const limits = { account: 10, address: 200 };

type Attempt = { account: string; password: string; address: string };

/**
 * The user whose account and password these are. Refuses after ten failures for an account, or two
 * hundred from an address, within a quarter of an hour.
 */
export async function checkSignIn({ account, password, address }: Attempt) {
  const subjects = { account: `account:${account.trim()}`, address: `address:${address}` };
  const now = await databaseNow();
  await refuseTooMany(subjects, now);
  const [user] = await db
    .select()
    .from(users)
    .where(and(eq(users.account, account.trim()), isNull(users.disabledAt)));
  if (!(await passwordMatches(user?.passwordHash, password)) || !user) {
    await db
      .insert(signInFailures)
      .values(Object.values(subjects).map((subject) => ({ subject, at: now })));
    throw new Refusal("account.wrong_password");
  }
  await db.delete(signInFailures).where(eq(signInFailures.subject, subjects.account));
  return { userId: user.id, staff: (await rolesOf(user.id)).some((role) => role !== "resident") };
}

async function refuseTooMany(subjects: Record<"account" | "address", string>, now: Date) {
  const rows = await db
    .select({ subject: signInFailures.subject, failures: count() })
    .from(signInFailures)
    .where(
      and(
        inArray(signInFailures.subject, Object.values(subjects)),
        gt(signInFailures.at, addTo(now, -window)),
      ),
    )
    .groupBy(signInFailures.subject);
  const failures = Object.fromEntries(rows.map((row) => [row.subject, row.failures]));
  const tooMany = (["account", "address"] as const).some(
    (kind) => (failures[subjects[kind]] ?? 0) >= limits[kind],
  );
  if (tooMany) throw new Refusal("account.too_many_attempts");
}

async function rolesOf(userId: Id<"user">): Promise<Role[]> {
  const rows = await db
    .select({ role: memberships.role })
    .from(memberships)
    .where(eq(memberships.userId, userId));
  return roles.filter((role) => rows.some((row) => row.role === role));
}

/** The people of the demo street with what each is; empty outside a demo. */
export async function listDemoAccounts() {
  return await db
    .select({
      name: users.name,
      account: users.account,
      roles: sql<Role[]>`array_agg(${memberships.role}::text order by ${memberships.role})`,
    })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(eq(users.demo, true))
    .groupBy(users.id)
    .orderBy(users.id);
}

import { desc, eq, lte, sql } from "drizzle-orm";
import type { Act, Operator } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { negativeLists } from "#db/schema/rules.ts";
import {
  defaultNegativeList,
  forbiddenItem,
  type NegativeItem,
  readList,
} from "./negative-list.ts";

const MOST = 50;

/** What may not be bought today. */
export async function findNegativeList(
  reader: Tx | typeof db = db,
): Promise<readonly NegativeItem[]> {
  const [newest] = await reader
    .select({ items: negativeLists.items })
    .from(negativeLists)
    .where(lte(negativeLists.validFrom, sql`clock_now()`))
    .orderBy(desc(negativeLists.validFrom), desc(negativeLists.id))
    .limit(1);
  return newest?.items ?? defaultNegativeList;
}

/** The item of today's list that a purchase of that title falls under. */
export const findForbiddenItem = async (
  reader: Tx | typeof db,
  title: string,
): Promise<NegativeItem | undefined> => forbiddenItem(await findNegativeList(reader), title);

/** Who changed the list when and why, newest first. */
export async function listNegativeListHistory(_by: Operator) {
  return await db
    .select({
      id: negativeLists.id,
      validFrom: negativeLists.validFrom,
      reason: negativeLists.reason,
      by: users.name,
    })
    .from(negativeLists)
    .leftJoin(users, eq(users.id, negativeLists.setBy))
    .orderBy(desc(negativeLists.validFrom), desc(negativeLists.id))
    .limit(MOST);
}

export type NegativeListChange = { text: string; reason: string };

/** What may not be bought from now on; drafts that are not published yet are held to it. */
export async function setNegativeList(
  act: Act<Operator>,
  { text, reason }: NegativeListChange,
): Promise<void> {
  const items = readList(text);
  if (!items) throw new Refusal("negative_list.not_whole");
  await db.transaction(async (tx) => {
    const validFrom = await databaseNow(tx);
    const { userId: setBy } = act.by;
    await tx.insert(negativeLists).values({ items, reason, validFrom, setBy });
    await record(tx, act, null, { name: "negative_list.changed", reason });
  });
}

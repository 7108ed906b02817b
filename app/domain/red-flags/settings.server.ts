import { desc, eq, lte, sql } from "drizzle-orm";
import type { Act, Operator } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { redFlagSettings } from "#db/schema/rules.ts";
import { defaultBounds, type RedFlagBounds } from "./red-flag.ts";

const MOST = 50;

/** From where on the indicators flag something today; a bound that was set before it existed is the usual one. */
export async function findRedFlagBounds(): Promise<RedFlagBounds> {
  const [newest] = await db
    .select({ bounds: redFlagSettings.bounds })
    .from(redFlagSettings)
    .where(lte(redFlagSettings.validFrom, sql`clock_now()`))
    .orderBy(desc(redFlagSettings.validFrom), desc(redFlagSettings.id))
    .limit(1);
  return { ...defaultBounds, ...newest?.bounds };
}

/** Who changed the bounds when and why, newest first. */
export async function listRedFlagHistory(_by: Operator) {
  return await db
    .select({
      id: redFlagSettings.id,
      validFrom: redFlagSettings.validFrom,
      reason: redFlagSettings.reason,
      by: users.name,
    })
    .from(redFlagSettings)
    .leftJoin(users, eq(users.id, redFlagSettings.setBy))
    .orderBy(desc(redFlagSettings.validFrom), desc(redFlagSettings.id))
    .limit(MOST);
}

export type RedFlagChange = { bounds: RedFlagBounds; reason: string };

/** From where on something is flagged, from now on and looking back alike. */
export async function setRedFlagBounds(act: Act<Operator>, change: RedFlagChange): Promise<void> {
  const { bounds, reason } = change;
  await db.transaction(async (tx) => {
    const validFrom = await databaseNow(tx);
    const { userId: setBy } = act.by;
    await tx.insert(redFlagSettings).values({ bounds, reason, validFrom, setBy });
    await record(tx, act, null, { name: "red_flags.changed", reason });
  });
}

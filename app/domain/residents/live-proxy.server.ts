import { and, eq, gt, isNull } from "drizzle-orm";
import type { Act, CommunityWorker } from "#app/domain/act.ts";
import { db } from "#db/client.server.ts";
import { proxySessions, residents } from "#db/schema/residents.ts";

/** For whom the community worker is acting just now, and until when. */
export async function findLiveProxy({ by, at }: Act<CommunityWorker>) {
  const [live] = await db
    .select({ resident: residents.name, expiresAt: proxySessions.expiresAt })
    .from(proxySessions)
    .innerJoin(residents, eq(residents.id, proxySessions.residentId))
    .where(
      and(
        eq(proxySessions.userId, by.userId),
        isNull(proxySessions.endedAt),
        gt(proxySessions.expiresAt, at),
      ),
    );
  return live;
}

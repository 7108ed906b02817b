import { and, eq, gt, isNull } from "drizzle-orm";
import type { Act, CommunityWorker } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { addTo, minutes } from "#app/values/time.ts";
import { db, type Tx } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { proxySessions, residents } from "#db/schema/residents.ts";

/** How long a proxy session lasts. */
export const PROXY_MINUTES = 30;

type ProxyWish = { residentId: Id<"resident">; reason: string };

/** The community worker acts for one resident of her own community from now on; an earlier session of hers ends. */
export async function startProxySession({ by }: Act<CommunityWorker>, wish: ProxyWish) {
  const { userId, officeId, communityId } = by;
  const { residentId, reason } = wish;
  return await db.transaction(async (tx) => {
    await tx.select().from(users).where(eq(users.id, userId)).for("no key update");
    const [resident] = await tx
      .select({ id: residents.id })
      .from(residents)
      .where(and(eq(residents.id, residentId), eq(residents.communityId, communityId)));
    if (!resident) throw new Refusal("not_found");
    const at = await databaseNow(tx);
    await endLiveSessions(tx, userId, at);
    const [session] = await tx
      .insert(proxySessions)
      .values({
        ...{ userId, residentId, officeId, reason },
        startedAt: at,
        expiresAt: addTo(at, minutes(PROXY_MINUTES)),
      })
      .returning();
    if (!session) throw new Error("the proxy session was not written");
    const started = { residentId, proxySessionId: session.id, reason };
    await record(tx, { by, at }, officeId, { name: "proxy.started", ...started });
    return session;
  });
}

/** Ends whatever proxy session the person is in; signing out does it too. Without one nothing happens. */
export async function endProxySessions(userId: Id<"user">): Promise<void> {
  await db.transaction(async (tx) => {
    await endLiveSessions(tx, userId, await databaseNow(tx));
  });
}

async function endLiveSessions(tx: Tx, userId: Id<"user">, at: Date) {
  const ended = await tx
    .update(proxySessions)
    .set({ endedAt: at })
    .from(residents)
    .where(
      and(
        eq(proxySessions.userId, userId),
        isNull(proxySessions.endedAt),
        gt(proxySessions.expiresAt, at),
        eq(residents.id, proxySessions.residentId),
      ),
    )
    .returning({
      proxySessionId: proxySessions.id,
      officeId: proxySessions.officeId,
      communityId: residents.communityId,
    });
  for (const { proxySessionId, officeId, communityId } of ended) {
    const by = { role: "community_worker", userId, officeId, communityId } as const;
    await record(tx, { by, at }, officeId, { name: "proxy.ended", proxySessionId });
  }
}

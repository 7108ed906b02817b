import { eq, sql } from "drizzle-orm";
import type { Act, Resident } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { users } from "#db/schema/accounts.ts";
import { communities, offices } from "#db/schema/offices.ts";
import { proxySessions, residents } from "#db/schema/residents.ts";
import { unsealText } from "./sealed-fields.server.ts";

/** For whom the page is, and in a proxy session who acts, why, and until when. */
export async function findReader({ residentId, proxySessionId }: Resident) {
  const [found] = await db
    .select({
      name: residents.name,
      community: communities.name,
      helpPhone: offices.helpPhone,
      proxy: {
        who: users.name,
        reason: proxySessions.reason,
        expiresAt: proxySessions.expiresAt,
      },
    })
    .from(residents)
    .innerJoin(communities, eq(communities.id, residents.communityId))
    .innerJoin(offices, eq(offices.id, residents.officeId))
    .leftJoin(proxySessions, proxySessionId ? eq(proxySessions.id, proxySessionId) : sql`false`)
    .leftJoin(users, eq(users.id, proxySessions.userId))
    .where(eq(residents.id, residentId));
  if (!found) return undefined;
  const { who, reason, expiresAt } = found.proxy;
  return { ...found, proxy: who && reason && expiresAt ? { who, reason, expiresAt } : null };
}

/** What is on the resident's card; a look by somebody acting for her is written down. */
export async function readCard(act: Act<Resident>) {
  const { residentId, officeId, proxySessionId: proxy } = act.by;
  return await db.transaction(async (tx) => {
    const { pinSealed, ...card } = one(
      await tx
        .select({
          name: residents.name,
          community: communities.name,
          office: offices.name,
          helpPhone: offices.helpPhone,
          pinSealed: residents.pinSealed,
        })
        .from(residents)
        .innerJoin(communities, eq(communities.id, residents.communityId))
        .innerJoin(offices, eq(offices.id, residents.officeId))
        .where(eq(residents.id, residentId)),
    );
    if (proxy) await record(tx, act, officeId, { name: "resident.card_read", residentId, proxy });
    return { ...card, pin: unsealText(pinSealed) };
  });
}

/** The resident's own address, for her to check; a look by somebody acting for her is written down. */
export async function readAddress(act: Act<Resident>): Promise<string | null> {
  const { residentId, officeId, proxySessionId: proxy } = act.by;
  return await db.transaction(async (tx) => {
    const { sealed } = one(
      await tx
        .select({ sealed: residents.addressSealed })
        .from(residents)
        .where(eq(residents.id, residentId)),
    );
    if (!sealed) return null;
    if (proxy) await record(tx, act, officeId, { name: "resident.address_read", residentId });
    return unsealText(sealed);
  });
}

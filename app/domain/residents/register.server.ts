import { and, eq } from "drizzle-orm";
import { hashPassword } from "#app/domain/accounts/passwords.server.ts";
import type { Act, CommunityWorker } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Day } from "#app/values/time.ts";
import { db, type Tx } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { memberships } from "#db/schema/memberships.ts";
import { communities } from "#db/schema/offices.ts";
import { residents } from "#db/schema/residents.ts";
import { newPin } from "./resident.ts";
import { sealText } from "./sealed-fields.server.ts";

export type NewResident = {
  name: string;
  phone?: string | undefined;
  bornOn: Day;
  registered: boolean;
  lowIncome: boolean;
  disabilityGrade?: number | undefined;
  address?: string | undefined;
  /** What she signs in with, if she wants to. */
  account?: { name: string; password: string } | undefined;
};

/** Somebody of the community worker's own community, with a PIN of her own; neither phone nor account is needed. */
export async function registerResident(
  act: Act<CommunityWorker>,
  resident: NewResident,
): Promise<Id<"resident">> {
  const { officeId, communityId } = act.by;
  const passwordHash = resident.account && (await hashPassword(resident.account.password));
  return await db.transaction(async (tx) => {
    await refuseKnown(tx, communityId, resident);
    const userId = passwordHash ? await openAccount(tx, act, resident, passwordHash) : null;
    const { name, phone, bornOn, registered, lowIncome, disabilityGrade, address } = resident;
    const [made] = await tx
      .insert(residents)
      .values({
        ...{ officeId, communityId, userId, name, bornOn, registered, lowIncome },
        phone: phone ?? null,
        disabilityGrade: disabilityGrade ?? null,
        addressSealed: address ? sealText(address) : null,
        pinSealed: sealText(newPin()),
      })
      .returning({ id: residents.id });
    if (!made) throw new Error("the resident was not written");
    await record(tx, act, officeId, { name: "resident.registered", residentId: made.id });
    return made.id;
  });
}

/** The community is locked, so that a form sent twice registers one person. */
async function refuseKnown(
  tx: Tx,
  communityId: Id<"community">,
  { name, bornOn }: Pick<NewResident, "name" | "bornOn">,
) {
  await tx.select().from(communities).where(eq(communities.id, communityId)).for("no key update");
  const known = await tx.$count(
    residents,
    and(
      eq(residents.communityId, communityId),
      eq(residents.name, name),
      eq(residents.bornOn, bornOn),
    ),
  );
  if (known > 0) throw new Refusal("resident.known");
}

async function openAccount(
  tx: Tx,
  { by }: Act<CommunityWorker>,
  { name, account }: NewResident,
  passwordHash: string,
): Promise<Id<"user">> {
  const [user] = await tx
    .insert(users)
    .values({ name, account: account?.name ?? "", passwordHash })
    .onConflictDoNothing({ target: users.account })
    .returning({ id: users.id });
  if (!user) throw new Refusal("account.taken");
  const { officeId } = by;
  await tx.insert(memberships).values({ userId: user.id, role: "resident", officeId });
  return user.id;
}

import { eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { normaliseCreditCode } from "#app/domain/organizations/credit-code.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import { db, type Tx } from "#db/client.server.ts";
import { organizations } from "#db/schema/organizations.ts";
import { tenders } from "#db/schema/tenders.ts";
import { lockDraft } from "./lock.server.ts";
import { methodSettings } from "./method.ts";
import type { DirectGround } from "./profile.ts";
import { findRules } from "./rules.server.ts";
import type { Method, Profile } from "./tender.ts";

export type MethodChoice = {
  tenderId: Id<"tender">;
  profile: Profile;
  method: Method;
  /** Of the organization that alone is invited, as it was typed. */
  invitedCode: string;
  directGround: DirectGround | null;
  directReason: string;
  winners: number;
  /** What the contract of each of several is worth. */
  winnerCap: Fen | null;
};

/** How a draft's supplier is to be found; what the method does not ask for is dropped, and what it lacks is told at review. */
export async function chooseMethod(act: Act<Officer>, choice: MethodChoice): Promise<void> {
  const { officeId, userId: authorId } = act.by;
  const { tenderId, profile, method } = choice;
  await db.transaction(async (tx) => {
    const { projectId } = await lockDraft(tx, officeId, tenderId);
    await findRules(profile, method, tx);
    const particulars = await particularsOf(tx, choice);
    await tx
      .update(tenders)
      .set({ profile, method, authorId, ...particulars })
      .where(eq(tenders.id, tenderId));
    await record(tx, act, officeId, { name: "project.changed", projectId });
  });
}

async function particularsOf(tx: Tx, choice: MethodChoice) {
  const { entrance, winners } = methodSettings[choice.method];
  const invites = entrance === "invited";
  const several = winners === "several";
  return {
    invitedOrganizationId: invites ? await findInvited(tx, choice.invitedCode) : null,
    directGround: invites ? choice.directGround : null,
    directReason: invites ? choice.directReason : "",
    winners: several ? choice.winners : 1,
    winnerCap: several ? choice.winnerCap : null,
  };
}

async function findInvited(tx: Tx, typed: string) {
  const creditCode = normaliseCreditCode(typed);
  if (!creditCode) return null;
  const [found] = await tx
    .select({ id: organizations.id, verifiedAt: organizations.verifiedAt })
    .from(organizations)
    .where(eq(organizations.creditCode, creditCode));
  if (!found?.verifiedAt) throw new Refusal("direct.unknown_organization");
  return found.id;
}

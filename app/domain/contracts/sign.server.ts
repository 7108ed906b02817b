import { eq } from "drizzle-orm";
import { withCode } from "#app/domain/accounts/spend-code.server.ts";
import type { Act, Approver, Manager } from "#app/domain/act.ts";
import { refuseOpenChallenge } from "#app/domain/challenges/open.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { requireNotSuspended } from "#app/domain/organizations/suspension.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { pausesOf } from "#app/domain/tenders/end-suspension.server.ts";
import { refuseSuspended } from "#app/domain/tenders/lock.server.ts";
import { pausedSince, type Suspension } from "#app/domain/tenders/suspension.ts";
import { tenderLifecycle } from "#app/domain/tenders/tender.ts";
import type { Id } from "#app/values/id.ts";
import { contracts } from "#db/schema/contracts.ts";
import { comeIntoForce } from "./come-into-force.server.ts";
import { contractLifecycle, signingEndsAt } from "./contract.ts";
import { type LockedContract, lockContract } from "./lock.server.ts";

/** `code` is of the signer's second factor. */
export type Signature = { contractId: Id<"contract">; code: string };

/**
 * One side signs a contract that was drawn up, with her second factor. The last signature that the tender waits for puts its
 * contracts in force. Each side signs once.
 */
export async function signContract(act: Act<Approver | Manager>, { contractId, code }: Signature) {
  const party = act.by.role === "manager" ? "organization" : "office";
  return await withCode(act, code, async (tx) => {
    const contract = await lockContract(tx, act.by, contractId);
    refuseSignature(contract, party, await pausesOf(tx, contract.tenderId));
    await refuseOpenChallenge(tx, contract.tenderId, "contract.challenge_open");
    await requireNotSuspended(tx, contract.organizationId, "contract.suspended");
    const { userId } = act.by;
    const signature =
      party === "office"
        ? { officeSignedBy: userId, officeSignedAt: act.at }
        : { organizationSignedBy: userId, organizationSignedAt: act.at };
    await tx.update(contracts).set(signature).where(eq(contracts.id, contractId));
    await record(tx, act, contract.officeId, { name: "contract.signed", contractId, party });
    return { active: await comeIntoForce(tx, act, contract.tender) };
  });
}

function refuseSignature(
  contract: LockedContract,
  party: "office" | "organization",
  suspensions: readonly Suspension[],
) {
  step(contractLifecycle, contract.status, "activate");
  step(tenderLifecycle, contract.tender.status, "contract");
  refuseSuspended(contract.tender);
  const signed = party === "office" ? contract.officeSignedAt : contract.organizationSignedAt;
  if (signed) throw new Refusal("contract.signed_already");
  const { awardedAt, rules, now } = contract.tender;
  if (
    awardedAt &&
    now > signingEndsAt(awardedAt, rules, pausedSince(suspensions, awardedAt, now))
  ) {
    throw new Refusal("contract.signing_over");
  }
}

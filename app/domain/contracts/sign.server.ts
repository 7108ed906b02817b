import { eq } from "drizzle-orm";
import { withCode } from "#app/domain/accounts/spend-code.server.ts";
import type { Act, Approver, Manager } from "#app/domain/act.ts";
import { refuseOpenChallenge } from "#app/domain/challenges/open.server.ts";
import { postFundEvent } from "#app/domain/fund/post.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { requireNotSuspended } from "#app/domain/organizations/suspension.server.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { pausesOf } from "#app/domain/tenders/end-suspension.server.ts";
import { refuseSuspended } from "#app/domain/tenders/lock.server.ts";
import { pausedSince, type Suspension } from "#app/domain/tenders/suspension.ts";
import { tenderLifecycle } from "#app/domain/tenders/tender.ts";
import type { Id } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import type { Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { contracts } from "#db/schema/contracts.ts";
import { projects } from "#db/schema/projects.ts";
import { tenders } from "#db/schema/tenders.ts";
import { contractLifecycle, signingEndsAt } from "./contract.ts";
import { type LockedContract, lockContract } from "./lock.server.ts";

/** `code` is of the signer's second factor. */
export type Signature = { contractId: Id<"contract">; code: string };

/**
 * One side signs a contract that was drawn up, with her second factor. The second signature puts it in force: its value is committed,
 * what it stays below the ceiling goes back to the fund, and the tender is over. Each side signs once.
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
    const other = party === "office" ? contract.organizationSignedAt : contract.officeSignedAt;
    if (other) await activate(tx, act, contract);
    return { active: other !== null };
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

async function activate(tx: Tx, act: Act, contract: LockedContract) {
  const { id: contractId, officeId, projectId, value, tender } = contract;
  const status = step(contractLifecycle, contract.status, "activate");
  await tx
    .update(contracts)
    .set({ status, activatedAt: act.at })
    .where(eq(contracts.id, contractId));

  const project = one(await tx.select().from(projects).where(eq(projects.id, projectId)));
  const { fundId, ceiling } = project;
  if (!fundId || !ceiling) throw new Error(`project ${projectId} has no fund or no ceiling`);
  if (value > ceiling) throw new Refusal("contract.over_ceiling");
  const amounts = { amount: value, saving: fen(ceiling - value) };
  const movement = { officeId, fundId, kind: "sign", entityId: contractId, projectId } as const;
  await postFundEvent(tx, act, { ...movement, amounts });

  const ended = step(tenderLifecycle, tender.status, "contract");
  await tx.update(tenders).set({ status: ended }).where(eq(tenders.id, tender.id));
  await record(tx, act, officeId, { name: "contract.activated", contractId, value });
  await announce(tx);
}

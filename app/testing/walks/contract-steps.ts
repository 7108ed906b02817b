import { agreeToAmendment } from "#app/domain/contracts/agree-amendment.server.ts";
import { proposeAmendment } from "#app/domain/contracts/propose-amendment.server.ts";
import { signContract } from "#app/domain/contracts/sign.server.ts";
import { signAmendment } from "#app/domain/contracts/sign-amendment.server.ts";
import { acceptMilestone } from "#app/domain/milestones/accept.server.ts";
import { claimMilestone } from "#app/domain/milestones/claim.server.ts";
import { payMilestone } from "#app/domain/milestones/pay.server.ts";
import { fen } from "#app/values/money.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import { partsAfter } from "#db/seed/factories/amendments.ts";
import { codeOf } from "#db/seed/factories/second-factors.ts";
import { ceiling, move, type PlainTender, signingIsOver, visitShare } from "./plain-tender.ts";
import {
  confirmSample,
  contractIdOf,
  deliverVisit,
  managerOf,
  milestoneOf,
  type RealTender,
} from "./real-tender.ts";
import type { Step } from "./steps.ts";

const contractorOf = (real: RealTender, { contractor }: PlainTender) =>
  managerOf(real, contractor ?? 0);

/** One side signs the contract, with her second factor. */
export const sign = (party: "office" | "organization"): Step => ({
  name: `the ${party} signs`,
  expected: (plain) => {
    if (plain.contract === "none") return "not_found";
    if (plain.contract !== "pending") return "lifecycle.not_now";
    if (plain.suspendedAt !== undefined) return "tender.suspended";
    if (plain.signed.has(party)) return "contract.signed_already";
    if (signingIsOver(plain)) return "contract.signing_over";
    return plain.challenge ? "contract.challenge_open" : "done";
  },
  attempt: async (real, plain) => {
    const by = party === "office" ? real.approver : contractorOf(real, plain);
    const contractId = await contractIdOf(real);
    await signContract(await actOf(by), { contractId, code: await codeOf(by) });
  },
  done: (plain) => {
    plain.signed.add(party);
    if (plain.signed.size < 2) return;
    plain.contract = "active";
    plain.status = "contracted";
    move(plain, "reserved", "committed", plain.value);
    move(plain, "reserved", "available", ceiling - plain.value);
  },
});

/** Both sides change the contract's value, by fen up or down. */
export const amend = (change: number): Step => ({
  name: `amend by ${change} fen`,
  when: ({ contract, value }) => contract !== "none" && value + change > ceiling / 2,
  expected: ({ contract, value, changes }) => {
    if (contract !== "active") return "amendment.not_active";
    const signed = changes.reduce((rest, made) => rest - made, Number(value));
    const raised = changes.reduce((sum, made) => sum + Math.max(0, made), Math.max(0, change));
    return raised > signed / 10 ? "amendment.over_limit" : "done";
  },
  attempt: async (real, plain) => {
    const contractId = await contractIdOf(real);
    const valueChange = fen(change);
    const amendmentId = await proposeAmendment(await actOf(real.officer), {
      contractId,
      code: "content",
      text: "按实际服务人数调整。",
      valueChange,
      quantityChange: 0,
      newEndsOn: null,
      parts: await partsAfter(contractId, valueChange),
    });
    const { approver } = real;
    const manager = contractorOf(real, plain);
    const signature = { contractId, amendmentId };
    const agreed = { ...signature, code: await codeOf(approver) };
    await agreeToAmendment(await actOf(approver), agreed);
    await signAmendment(await actOf(manager), { ...signature, code: await codeOf(manager) });
  },
  done: (plain) => {
    move(plain, "available", "committed", change);
    plain.value = fen(plain.value + change);
    plain.changes.push(change);
  },
});

const isActive = ({ contract }: PlainTender) => contract === "active";

export const deliver: Step = {
  name: "deliver a visit",
  when: (plain) => isActive(plain) && plain.milestone === "scheduled" && plain.delivered < 3,
  expected: () => "done",
  attempt: deliverVisit,
  done: (plain) => {
    plain.delivered += 1;
  },
};

export const claim: Step = {
  name: "claim the milestone",
  when: (plain) => isActive(plain) && plain.milestone === "scheduled",
  expected: ({ delivered }) => (delivered > 0 ? "done" : "milestone.nothing_to_claim"),
  attempt: async (real, plain) =>
    claimMilestone(await actOf(contractorOf(real, plain)), {
      milestoneId: await milestoneOf(real),
    }),
  done: (plain) => {
    plain.milestone = "claimed";
    plain.owed = fen(plain.delivered * visitShare);
  },
};

export const accept: Step = {
  name: "accept the milestone",
  when: ({ milestone }) => milestone === "claimed",
  expected: () => "done",
  attempt: async (real) => {
    const milestoneId = await milestoneOf(real);
    await confirmSample(milestoneId);
    await acceptMilestone(await actOf(real.officer), { milestoneId });
  },
  done: (plain) => {
    plain.milestone = "accepted";
    move(plain, "committed", "payable", plain.owed);
  },
};

export const pay: Step = {
  name: "pay the milestone",
  when: ({ milestone }) => milestone === "accepted",
  expected: () => "done",
  attempt: async (real) => {
    const payment = { milestoneId: await milestoneOf(real), reference: "GK-2026-0001" };
    await payMilestone(await actOf(real.cashier), payment);
  },
  done: (plain) => {
    plain.milestone = "paid";
    move(plain, "payable", "paid", plain.owed);
  },
};

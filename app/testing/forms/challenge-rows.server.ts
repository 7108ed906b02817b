import { withdrawChallenge } from "#app/domain/challenges/withdraw.server.ts";
import { resumeTender } from "#app/domain/tenders/resume.server.ts";
import { suspendTender } from "#app/domain/tenders/suspend.server.ts";
import { paths } from "#app/paths.ts";
import type { Id } from "#app/values/id.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makePublicisedTender } from "#db/seed/factories/awards.ts";
import {
  makeAnsweredChallenge,
  makeChallenge,
  makeDecidedChallenge,
  makeEscalatedChallenge,
} from "#db/seed/factories/challenges.ts";
import type { FormRow } from "./form-row.ts";

const { organization, office } = paths;

const strangerIn = async (role: Parameters<typeof makeOfficeActor>[0]) =>
  (await makeOfficeActor(role)).userId;

const otherManager = async () => (await makeManager()).userId;

/** A challenge at the office that its challenger let be. */
async function withdrawn(officeId: Id<"office">) {
  const { challengeId, challenger } = await makeChallenge({ officeId });
  await withdrawChallenge(await actOf(challenger), challengeId);
  return challengeId;
}

const because = { reason: "有投诉可能影响结果。" };

export const challengeRows: FormRow[] = [
  {
    route: "routes/organization/challenges/filing.tsx",
    asks: ["subject", "text"],
    setting: async () => {
      const { tender, bids } = await makePublicisedTender();
      return { who: bids[1]?.manager.userId, address: organization.newChallenge(tender.id) };
    },
  },
  {
    route: "routes/organization/challenges/escalation.tsx",
    asks: ["text"],
    setting: async () => {
      const { challengeId, challenger } = await makeDecidedChallenge({ accepted: false });
      const stranger = await otherManager();
      return { who: challenger.userId, stranger, address: organization.escalation(challengeId) };
    },
  },
  {
    route: "routes/organization/challenges/withdrawal.tsx",
    setting: async () => {
      const { challengeId, challenger } = await makeChallenge();
      const address = organization.challengeWithdrawal(challengeId);
      return { who: challenger.userId, stranger: await otherManager(), address };
    },
  },
  {
    route: "routes/office/challenges/answer.tsx",
    asks: ["answer"],
    wrong: {
      "nothing to publish": [{ publishedText: "" }, "publishedText"],
      "a phone number": [{ answer: "请拨打13800001234了解。" }],
    },
    setting: async () => {
      const { challengeId, officer, officeId } = await makeChallenge();
      const late = office.challengeAnswer(await withdrawn(officeId));
      const stranger = await strangerIn("officer");
      return { who: officer.userId, stranger, late, address: office.challengeAnswer(challengeId) };
    },
  },
  {
    route: "routes/office/challenges/decision.tsx",
    asks: ["verdict", "reason"],
    setting: async () => {
      const { challengeId, reviewer, officeId } = await makeAnsweredChallenge();
      const late = office.challengeDecision(await withdrawn(officeId));
      const stranger = await strangerIn("approver");
      const address = office.challengeDecision(challengeId);
      return { who: reviewer.userId, stranger, late, address };
    },
  },
  {
    route: "routes/office/challenges/ruling.tsx",
    asks: ["verdict", "reason"],
    setting: async () => {
      const { challengeId, supervisor, officeId } = await makeEscalatedChallenge();
      const late = office.challengeRuling(await withdrawn(officeId));
      const stranger = await strangerIn("supervisor");
      return {
        who: supervisor.userId,
        stranger,
        late,
        address: office.challengeRuling(challengeId),
      };
    },
  },
  {
    route: "routes/office/tenders/suspension.tsx",
    asks: ["reason"],
    setting: async () => {
      const { tender, approver, officeId } = await makePublicisedTender();
      const stopped = await makePublicisedTender({ officeId });
      const order = { tenderId: stopped.tender.id, ...because };
      await suspendTender(await actOf(approver), order);
      const late = office.suspension(stopped.tender.id);
      const stranger = await strangerIn("approver");
      return { who: approver.userId, stranger, late, address: office.suspension(tender.id) };
    },
  },
  {
    route: "routes/office/tenders/resumption.tsx",
    asks: ["reason"],
    setting: async () => {
      const { tender, approver, officeId } = await makePublicisedTender();
      await suspendTender(await actOf(approver), { tenderId: tender.id, ...because });
      const running = await makePublicisedTender({ officeId });
      const order = { tenderId: running.tender.id, ...because };
      await suspendTender(await actOf(approver), order);
      await resumeTender(await actOf(approver), order);
      const late = office.resumption(running.tender.id);
      const stranger = await strangerIn("approver");
      return { who: approver.userId, stranger, late, address: office.resumption(tender.id) };
    },
  },
];

import { databaseNow, moveClock } from "#app/domain/clock.server.ts";
import { checkUpload } from "#app/domain/files/upload.ts";
import { decideObjection } from "#app/domain/objections/decide.server.ts";
import { addEvidence } from "#app/domain/tenders/evidence.server.ts";
import { proposeFinalCall } from "#app/domain/tenders/final-call.server.ts";
import { paths } from "#app/paths.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, days, minutes, wallTimeText } from "#app/values/time.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeObjection, makePublicisedDirect } from "#db/seed/factories/objections.ts";
import {
  listStanding,
  makeFinalRound,
  makeTenderInTalks,
  talkWith,
} from "#db/seed/factories/talks.ts";
import { makeDraftTender } from "#db/seed/factories/tenders.ts";
import type { FormRow } from "./form-row.ts";

const { office } = paths;
const strangerIn = async (role: Parameters<typeof makeOfficeActor>[0]) =>
  (await makeOfficeActor(role)).userId;

/** Every bidder has been talked with, and another tender of the office is past it. */
async function talkedWithAll() {
  const inTalks = await makeTenderInTalks();
  const over = await makeFinalRound({ officeId: inTalks.officeId });
  for (const { id } of await listStanding(inTalks.tenderId)) await talkWith(inTalks, id);
  const deadline = addTo(await databaseNow(), days(9));
  return { ...inTalks, over: over.tenderId, deadline };
}

async function directDraft() {
  const { organizationId } = await makeManager();
  return await makeDraftTender({
    ceiling: yuan(40_000),
    tender: { method: "direct", invitedOrganizationId: organizationId },
  });
}

/** An objection that has been decided on: its page takes no other decision. */
async function dismissed(officeId: Id<"office">) {
  const { tenderId, objectionId, approver } = await makeObjection({ officeId });
  const reason = "已核实材料。";
  await decideObjection(await actOf(approver), { tenderId, objectionId, upheld: false, reason });
  return office.objection(tenderId, objectionId);
}

const pdf = new TextEncoder().encode("%PDF-1.7\n独家经营许可");

export const methodRows: FormRow[] = [
  {
    route: "routes/account/objection.tsx",
    asks: ["text"],
    setting: async () => {
      const { tenderId } = await makePublicisedDirect();
      const { userId: who } = await makeManager();
      return { who, address: paths.objection(tenderId) };
    },
  },
  {
    route: "routes/office/objections/decision.tsx",
    asks: ["verdict", "reason"],
    setting: async () => {
      const { tenderId, objectionId, approver, officeId } = await makeObjection();
      const late = await dismissed(officeId);
      const stranger = await strangerIn("approver");
      const address = office.objection(tenderId, objectionId);
      return { who: approver.userId, stranger, late, address };
    },
  },
  {
    route: "routes/office/tenders/talks-record.tsx",
    asks: ["heldAt", "bidderSide", "agreed"],
    setting: async () => {
      const { tenderId, chair, officeId } = await makeTenderInTalks();
      const over = await makeFinalRound({ officeId });
      const [bid] = await listStanding(tenderId);
      const [past] = await listStanding(over.tenderId);
      await moveClock(addTo(await databaseNow(), minutes(5)));
      const heldAt = wallTimeText(addTo(await databaseNow(), -minutes(2)));
      const late = office.talksRecord(over.tenderId, past?.id ?? "");
      const address = office.talksRecord(tenderId, bid?.id ?? "");
      const stranger = await strangerIn("panel");
      return { who: chair.userId, stranger, late, right: { heldAt }, address };
    },
  },
  {
    route: "routes/office/tenders/final-call.tsx",
    asks: ["deadline", "changes"],
    setting: async () => {
      const { tenderId, officer, over, deadline } = await talkedWithAll();
      const right = { deadline: wallTimeText(deadline) };
      const stranger = await strangerIn("officer");
      const [late, address] = [office.finalCall(over), office.finalCall(tenderId)];
      return { who: officer.userId, stranger, late, right, address };
    },
  },
  {
    route: "routes/office/tenders/final-call-approval.tsx",
    setting: async () => {
      const { tenderId, officer, approver, over, deadline } = await talkedWithAll();
      const call = { tenderId, deadline, changes: "无变动。" };
      await proposeFinalCall(await actOf(officer), call);
      const stranger = await strangerIn("approver");
      const late = office.finalCallApproval(over);
      const address = office.finalCallApproval(tenderId);
      return { who: approver.userId, stranger, late, address };
    },
  },
  {
    route: "routes/office/tenders/evidence/evidence.tsx",
    asks: ["title", "file"],
    setting: async () => {
      const { officer, tender } = await directDraft();
      const review = { status: "in_review", method: "direct" } as const;
      const other = await makeDraftTender({ officer, tender: review });
      const right = { file: new File([pdf], "许可.pdf", { type: "application/pdf" }) };
      const stranger = await strangerIn("officer");
      const [late, address] = [office.evidence(other.tender.id), office.evidence(tender.id)];
      return { who: officer.userId, stranger, late, right, address };
    },
  },
  {
    route: "routes/office/tenders/evidence/removal.tsx",
    setting: async () => {
      const { officer, tender } = await directDraft();
      const upload = { ...checkUpload("许可.pdf", pdf), scan: "none" } as const;
      const added = { tenderId: tender.id, title: "独家经营许可", upload };
      const evidenceId = await addEvidence(await actOf(officer), added);
      const stranger = await strangerIn("officer");
      const address = office.evidenceRemoval(tender.id, evidenceId);
      return { who: officer.userId, stranger, address };
    },
  },
];

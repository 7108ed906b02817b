import { uploadList } from "#app/domain/projects/import.server.ts";
import { askQuestion } from "#app/domain/tenders/ask.server.ts";
import { paths } from "#app/paths.ts";
import { actOf, makeCommunity, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeFund } from "#db/seed/factories/fund.ts";
import {
  makeDraftTender,
  makeOpener,
  makeOpenTender,
  makeTenderInReview,
} from "#db/seed/factories/tenders.ts";
import type { FormRow } from "./form-row.ts";

const { office } = paths;
const LIST = "项目名称,最高限价（元）\n桂苑社区助餐,120000\n";
const csv = (text: string, name = "清单.csv") => new File([text], name, { type: "text/csv" });

/** A complete draft, its author and another office's. */
async function ownDraft() {
  const { tender, officer } = await makeDraftTender();
  const { tender: open } = await makeOpenTender({ officer, officeId: officer.officeId });
  const { userId: stranger } = await makeOfficeActor("officer");
  return { tenderId: tender.id, openId: open.id, who: officer.userId, stranger };
}

async function inReview() {
  const { tender, approver, officeId } = await makeTenderInReview();
  const { tender: open } = await makeOpenTender({ officeId });
  const { userId: stranger } = await makeOfficeActor("approver");
  return { tenderId: tender.id, openId: open.id, who: approver.userId, stranger };
}

export const draftingRows: FormRow[] = [
  {
    route: "routes/office/projects/new-project.tsx",
    byCommand: ["serviceType"],
    asks: ["title"],
    wrong: {
      "ends before it starts": [{ startsOn: "2027-05-01", endsOn: "2027-04-30" }, "endsOn"],
    },
    setting: async () => {
      const { officeId } = await makeFund();
      await makeCommunity(officeId);
      const [a, b] = [await makeOpener(officeId), await makeOpener(officeId)];
      const { userId: who } = await makeOfficeActor("officer", officeId);
      const days = { startsOn: "2027-05-01", endsOn: "2028-04-30" };
      const right = { ...days, openerAId: a.userId, openerBId: b.userId, performanceShare: "20" };
      return { who, address: office.newProject, right: { ...right, unit: "人次" } };
    },
  },
  {
    route: "routes/office/tenders/edit.tsx",
    byCommand: ["serviceType"],
    asks: ["title"],
    wrong: {
      "ends before it starts": [{ startsOn: "2027-05-01", endsOn: "2027-04-30" }, "endsOn"],
    },
    setting: async () => {
      const { tenderId, openId, ...people } = await ownDraft();
      const late = office.editTender(openId);
      return { ...people, late, address: office.editTender(tenderId) };
    },
  },
  {
    route: "routes/office/tenders/method.tsx",
    setting: async () => {
      const { tenderId, openId, ...people } = await ownDraft();
      const right = { choice: "community:open_scored", winners: "2" };
      const late = office.method(openId);
      return { ...people, late, right, address: office.method(tenderId) };
    },
  },
  {
    route: "routes/office/tenders/criteria.tsx",
    asItStands: true,
    setting: async () => {
      const { tenderId, openId, ...people } = await ownDraft();
      const late = office.criteria(openId);
      return { ...people, late, address: office.criteria(tenderId) };
    },
  },
  {
    route: "routes/office/tenders/review.tsx",
    setting: async () => {
      const { tenderId, openId, ...people } = await ownDraft();
      return { ...people, late: office.review(openId), address: office.review(tenderId) };
    },
  },
  {
    route: "routes/office/tenders/return.tsx",
    asks: ["reason"],
    setting: async () => {
      const { tenderId, openId, ...people } = await inReview();
      const late = office.returnTender(openId);
      return { ...people, late, address: office.returnTender(tenderId) };
    },
  },
  {
    route: "routes/office/tenders/publication.tsx",
    setting: async () => {
      const { tenderId, openId, ...people } = await inReview();
      const late = office.publication(openId);
      return { ...people, late, address: office.publication(tenderId) };
    },
  },
  {
    route: "routes/office/tenders/cancellation.tsx",
    asks: ["code", "reason"],
    setting: async () => {
      const { tender, approver } = await makeOpenTender();
      const { userId: stranger } = await makeOfficeActor("approver");
      return { who: approver.userId, stranger, address: office.cancellation(tender.id) };
    },
  },
  {
    route: "routes/office/tenders/question.tsx",
    asks: ["answer"],
    setting: async () => {
      const { tender, officer } = await makeOpenTender();
      const asker = await actOf(await makeManager());
      const question = { tenderId: tender.id, text: "午餐由谁提供？" };
      const questionId = await askQuestion(asker, question);
      const { userId: stranger } = await makeOfficeActor("officer");
      return { who: officer.userId, stranger, address: office.question(tender.id, questionId) };
    },
  },
  {
    route: "routes/office/projects/import.tsx",
    asks: ["file"],
    wrong: {
      "an empty file": [{ file: csv("") }],
      "a file that is no list": [{ file: csv("\u0000\u0001\u0002PK\u0003\u0004") }],
      "a broken workbook": [{ file: csv("PK\u0003\u0004 and nothing more", "清单.xlsx") }],
      "a list without headings": [{ file: csv("一,二\n三,四\n") }],
      "a word instead of a file": [{ file: "清单.csv" }],
    },
    setting: async () => {
      const { userId: who } = await makeOfficeActor("officer");
      return { who, address: office.importProjects, right: { file: csv(LIST) } };
    },
  },
  {
    route: "routes/office/projects/import-preview.tsx",
    setting: async () => {
      const officer = await makeOfficeActor("officer");
      const list = { fileName: "清单.csv", bytes: new TextEncoder().encode(LIST) };
      const importId = await uploadList(await actOf(officer), list);
      const { userId: stranger } = await makeOfficeActor("officer");
      return { who: officer.userId, stranger, address: office.projectImport(importId) };
    },
  },
  {
    route: "routes/office/programmes/new.tsx",
    asks: ["name", "ratePercent", "capPerVisit", "monthlyQuota"],
    wrong: {
      "ends before it starts": [{ validFrom: "2027-05-01", validTo: "2027-04-30" }, "validTo"],
    },
    setting: async () => {
      const { userId: who } = await makeOfficeActor("officer");
      return { who, address: office.newProgramme };
    },
  },
  {
    route: "routes/office/opener-key.tsx",
    asks: ["passphrase", "again"],
    wrong: {
      "two that differ": [{ passphrase: "桂花飘香的十一月 2026", again: "另一句话" }, "again"],
      "a common one": [{ passphrase: "88888888888888", again: "88888888888888" }, "passphrase"],
    },
    setting: async () => {
      const { userId: who } = await makeOfficeActor("opener");
      const words = "桂花飘香的十一月 2026";
      return { who, address: office.openerKey, right: { passphrase: words, again: words } };
    },
  },
];

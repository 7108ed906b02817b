import { moveClock } from "#app/domain/clock.server.ts";
import { takeOpeningTurn } from "#app/domain/tenders/take-opening-turn.server.ts";
import { paths } from "#app/paths.ts";
import { addTo, minutes } from "#app/values/time.ts";
import { actOf, makeManager, makeOperator, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { makeAcceptedDocument } from "#db/seed/factories/documents.ts";
import { makeOpenTender, openerPassphrase } from "#db/seed/factories/tenders.ts";
import type { FormRow } from "./form-row.ts";

const { platform } = paths;

async function waiting() {
  const operator = await makeOperator();
  const { userId: who } = operator;
  const { id } = await makeOrganization({ verifiedAt: null });
  await makeAcceptedDocument(await makeManager(id), operator);
  const { id: verifiedId } = await makeOrganization();
  return { who, id, verifiedId };
}

/** A closed tender of which one opener has taken her turn. */
async function halfOpened() {
  const { tender, openers } = await makeOpenTender();
  for (let index = 0; index < 3; index += 1) await makeSealedBid({ tenderId: tender.id });
  if (tender.deadline) await moveClock(addTo(tender.deadline, minutes(1)));
  const turn = { tenderId: tender.id, passphrase: openerPassphrase };
  await takeOpeningTurn(await actOf(openers.a), turn);
  return tender.id;
}

export const platformRows: FormRow[] = [
  {
    route: "routes/platform/verification.tsx",
    setting: async () => {
      const { who, id, verifiedId } = await waiting();
      return { who, late: platform.verification(verifiedId), address: platform.verification(id) };
    },
  },
  {
    route: "routes/platform/rejection.tsx",
    asks: ["reason"],
    setting: async () => {
      const { who, id, verifiedId } = await waiting();
      return { who, late: platform.rejection(verifiedId), address: platform.rejection(id) };
    },
  },
  {
    route: "routes/platform/opening.tsx",
    setting: async () => {
      const { userId: who } = await makeOperator();
      return { who, address: platform.opening(await halfOpened()) };
    },
  },
  {
    route: "routes/platform/rules/method-rules.tsx",
    asItStands: true,
    asks: ["openDays", "minimumBids", "reason"],
    wrong: {
      "a most below the least": [{ priceFrom: "40", priceTo: "30" }, "priceTo"],
      "as many as usual": [{ minimumBids: "3", reducedBids: "3" }, "reducedBids"],
    },
    setting: async () => {
      const { userId: who } = await makeOperator();
      const right = { reason: "会议研究同意" };
      return { who, right, address: platform.rulesOf("community", "open_scored") };
    },
  },
  {
    route: "routes/platform/rules/thresholds.tsx",
    asItStands: true,
    asks: ["reason"],
    setting: async () => {
      const { userId: who } = await makeOperator();
      return { who, right: { reason: "会议研究同意" }, address: platform.thresholds };
    },
  },
  {
    route: "routes/platform/rules/red-flags.tsx",
    asks: ["bids", "shortDays", "othersDropped", "wins", "discountBp", "ceilingBp", "reason"],
    setting: async () => {
      const { userId: who } = await makeOperator();
      return { who, address: platform.redFlags };
    },
  },
  {
    route: "routes/platform/rules/negative-list.tsx",
    asItStands: true,
    asks: ["reason"],
    setting: async () => {
      const { userId: who } = await makeOperator();
      return { who, right: { reason: "会议研究同意" }, address: platform.negativeList };
    },
  },
  {
    route: "routes/platform/calendar/day.tsx",
    asks: ["kind", "reason"],
    setting: async () => {
      const { userId: who } = await makeOperator();
      const right = { kind: "holiday", name: "测试假日" };
      return { who, right, address: platform.calendarDay("2027-03-03") };
    },
  },
];

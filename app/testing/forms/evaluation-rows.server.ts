import { eq } from "drizzle-orm";
import { moveClock } from "#app/domain/clock.server.ts";
import { askLowBid } from "#app/domain/tenders/ask-low-bid.server.ts";
import { explainLowBid } from "#app/domain/tenders/explain-low-bid.server.ts";
import { failForTooFewBids } from "#app/domain/tenders/fail.server.ts";
import { recommendBid } from "#app/domain/tenders/recommend.server.ts";
import { saveScores } from "#app/domain/tenders/score.server.ts";
import { paths } from "#app/paths.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, hours, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { panelMembers } from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import {
  makeAwardedTender,
  makeAwardToAnswer,
  makePublicisedTender,
  makeRankedTender,
  makeScoredEvaluation,
  scoresOf,
  seatPanel,
} from "#db/seed/factories/awards.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { makeEvaluation } from "#db/seed/factories/evaluations.ts";
import { makeOpenTender, openerPassphrase } from "#db/seed/factories/tenders.ts";
import type { FormRow } from "./form-row.ts";
import { methodRows } from "./method-rows.server.ts";

const { office } = paths;
const strangerIn = async (role: Parameters<typeof makeOfficeActor>[0]) =>
  (await makeOfficeActor(role)).userId;

/** A tender whose deadline is over, with so many bids. */
async function closed(bids: number, wish: Parameters<typeof makeOpenTender>[0] = {}) {
  const open = await makeOpenTender(wish);
  for (let index = 0; index < bids; index += 1) await makeSealedBid({ tenderId: open.tender.id });
  if (open.tender.deadline) await moveClock(addTo(open.tender.deadline, minutes(1)));
  return open;
}

/** An evaluation with its panel, of whom nobody has scored. */
async function seated(wish: Parameters<typeof makeEvaluation>[0] = {}) {
  const evaluation = await makeEvaluation(wish);
  const panel = await seatPanel(evaluation);
  const [chair, second] = panel;
  if (!chair || !second) throw new Error("nobody sits on the panel");
  return { ...evaluation, chair, second, tenderId: evaluation.tender.id };
}

/** An evaluation in which one price is suspiciously low; `ask` asks about it. */
async function lowPriced() {
  const bidders = [480_000, 460_000, 90_000].map((price) => ({ price: yuan(price) }));
  const { tenderId, chair, bids } = await seated({ bidders });
  const [, , low] = bids;
  if (!low) throw new Error("there is no low bid");
  const ask = async () => {
    const act = await actOf(chair);
    await askLowBid(act, { tenderId, bidId: low.id, until: addTo(act.at, hours(48)) });
  };
  return { tenderId, chair, low, ask };
}

const usualSeat = { capacity: "expert", chair: false } as const;

async function publicised(officeId: Id<"office">) {
  const { tender } = await makePublicisedTender({ officeId });
  return tender.id;
}

export const evaluationRows: FormRow[] = [
  {
    route: "routes/office/tenders/opening.tsx",
    asks: ["passphrase"],
    notes: ["sign_in_failures"],
    wrong: { "a wrong passphrase": [{ passphrase: "不是这一句话" }] },
    setting: async () => {
      const { tender, openers } = await closed(3);
      const stranger = await strangerIn("opener");
      const right = { passphrase: openerPassphrase };
      return { who: openers.a.userId, stranger, right, address: office.opening(tender.id) };
    },
  },
  {
    route: "routes/office/tenders/failure.tsx",
    asks: ["reason"],
    setting: async () => {
      const { tender, officer } = await closed(1);
      const late = office.failure((await makeOpenTender({ officer })).tender.id);
      const stranger = await strangerIn("officer");
      return { who: officer.userId, stranger, late, address: office.failure(tender.id) };
    },
  },
  {
    route: "routes/office/tenders/fewer-bids.tsx",
    asks: ["reason"],
    setting: async () => {
      const { tender, officer } = await closed(2, { tender: { method: "consult" } });
      const late = office.fewerBids((await makeOpenTender({ officer })).tender.id);
      const stranger = await strangerIn("officer");
      return { who: officer.userId, stranger, late, address: office.fewerBids(tender.id) };
    },
  },
  {
    route: "routes/office/tenders/rerun.tsx",
    setting: async () => {
      const { tender, officer } = await closed(1);
      const tenderId = tender.id;
      await failForTooFewBids(await actOf(officer), { tenderId, reason: "投标不足三家。" });
      const late = office.rerun((await makeOpenTender({ officer })).tender.id);
      const stranger = await strangerIn("officer");
      return { who: officer.userId, stranger, late, address: office.rerun(tenderId) };
    },
  },
  {
    route: "routes/office/tenders/panel.tsx",
    asks: ["chairId"],
    wrong: { "nobody sits on it": [{ "people[0].capacity": "absent" }] },
    setting: async () => {
      const { tender, officer, officeId } = await makeEvaluation();
      const people = [];
      for (let index = 0; index < 3; index += 1) {
        people.push((await makeOfficeActor("panel", officeId)).userId);
      }
      const capacities = ["office", "expert", "resident_representative"];
      const right = Object.fromEntries(
        capacities.map((capacity, index) => [`people[${index}].capacity`, capacity]),
      );
      const late = office.panel(await publicised(officeId));
      const stranger = await strangerIn("officer");
      return { who: officer.userId, stranger, late, right, address: office.panel(tender.id) };
    },
  },
  {
    route: "routes/office/tenders/declaration.tsx",
    asks: ["answer"],
    wrong: { "a conflict without a word": [{ answer: "conflict", note: "" }, "note"] },
    setting: async () => {
      const { tenderId, chair, officeId } = await seated();
      await db
        .update(panelMembers)
        .set({ declaredAt: null, conflict: null })
        .where(eq(panelMembers.tenderId, tenderId));
      const over = await publicised(officeId);
      await db.insert(panelMembers).values({ tenderId: over, userId: chair.userId, ...usualSeat });
      const late = office.declaration(over);
      const stranger = await strangerIn("panel");
      return { who: chair.userId, stranger, late, address: office.declaration(tenderId) };
    },
  },
  {
    route: "routes/office/tenders/scoring.tsx",
    setting: async () => {
      const { tenderId, chair } = await seated();
      const stranger = await strangerIn("panel");
      return { who: chair.userId, stranger, address: office.scoring(tenderId) };
    },
  },
  {
    route: "routes/office/tenders/hand-in.tsx",
    setting: async () => {
      const { tenderId, chair, ...evaluation } = await seated();
      await saveScores(await actOf(chair), { tenderId, scores: scoresOf(evaluation) });
      const stranger = await strangerIn("panel");
      return { who: chair.userId, stranger, address: office.handIn(tenderId) };
    },
  },
  {
    route: "routes/office/tenders/draw.tsx",
    asks: ["pool", "count"],
    setting: async () => {
      const { tender, officer, officeId } = await makeEvaluation();
      const pool = [];
      for (let n = 0; n < 3; n += 1) pool.push((await makeOfficeActor("panel", officeId)).userId);
      const stranger = await strangerIn("officer");
      const address = office.draw(tender.id);
      return { who: officer.userId, stranger, address, right: { pool, count: "1" } };
    },
  },
  {
    route: "routes/office/tenders/disqualification.tsx",
    asks: ["reason"],
    setting: async () => {
      const { tenderId, chair, bids } = await seated();
      const address = office.disqualification(tenderId, bids[2]?.id ?? "");
      return { who: chair.userId, stranger: await strangerIn("panel"), address };
    },
  },
  {
    route: "routes/office/tenders/low-bid.tsx",
    asks: ["decision", "reason"],
    setting: async () => {
      const { tenderId, chair, low, ask } = await lowPriced();
      await ask();
      const said = { tenderId, explanation: "有志愿者参与，人工成本低。" };
      await explainLowBid(await actOf(low.manager), said);
      const address = office.lowBid(tenderId, low.id);
      return { who: chair.userId, stranger: await strangerIn("panel"), address };
    },
  },
  {
    route: "routes/office/tenders/low-bid-question.tsx",
    asks: ["until"],
    setting: async () => {
      const { tenderId, chair, low } = await lowPriced();
      const address = office.lowBidQuestion(tenderId, low.id);
      const stranger = await strangerIn("panel");
      return { who: chair.userId, stranger, address, right: { until: "2099-01-01T09:00" } };
    },
  },
  {
    route: "routes/organization/tenders/low-bid.tsx",
    asks: ["explanation"],
    setting: async () => {
      const { tenderId, low, ask } = await lowPriced();
      await ask();
      const stranger = (await makeManager()).userId;
      const address = paths.organization.lowBid(tenderId);
      return { who: low.manager.userId, stranger, address };
    },
  },
  {
    route: "routes/office/tenders/consensus.tsx",
    asks: ["score", "points", "reason"],
    setting: async () => {
      const { tender, chair, bids, criteria } = await makeScoredEvaluation();
      const quality = criteria.find(({ kind }) => kind === "quality");
      const right = { score: `${bids[0]?.id}|${quality?.id}`, points: "1" };
      const stranger = await strangerIn("panel");
      return { who: chair.userId, stranger, right, address: office.consensus(tender.id) };
    },
  },
  {
    route: "routes/office/tenders/report.tsx",
    asks: ["confirm"],
    setting: async () => {
      const { tender, chair } = await makeScoredEvaluation();
      const stranger = await strangerIn("panel");
      return { who: chair.userId, stranger, address: office.report(tender.id) };
    },
  },
  {
    route: "routes/office/tenders/recommendation.tsx",
    asks: ["bidIds"],
    setting: async () => {
      const { tender, officer, officeId, winner } = await makeRankedTender();
      const late = office.recommendation(await publicised(officeId));
      const stranger = await strangerIn("officer");
      const right = { bidIds: winner.id };
      const address = office.recommendation(tender.id);
      return { who: officer.userId, stranger, late, right, address };
    },
  },
  {
    route: "routes/office/tenders/publicity.tsx",
    setting: async () => {
      const { tender, officer, approver, officeId, winner } = await makeRankedTender();
      const wish = { tenderId: tender.id, bidId: winner.id, reason: "综合得分最高。" };
      await recommendBid(await actOf(officer), wish);
      const late = office.publicity(await publicised(officeId));
      const stranger = await strangerIn("approver");
      return { who: approver.userId, stranger, late, address: office.publicity(tender.id) };
    },
  },
  {
    route: "routes/office/tenders/next-rank.tsx",
    asks: ["code", "reason"],
    setting: async () => {
      const { tender, officer, officeId } = await makeAwardedTender();
      const late = office.nextRank(await publicised(officeId));
      const stranger = await strangerIn("officer");
      return { who: officer.userId, stranger, late, address: office.nextRank(tender.id) };
    },
  },
  {
    route: "routes/office/tenders/terms.tsx",
    setting: async () => {
      const { tenderId, approver } = await makeAwardToAnswer();
      const stranger = await strangerIn("approver");
      return { who: approver.userId, stranger, address: office.terms(tenderId) };
    },
  },
  {
    route: "routes/office/tenders/terms-refusal.tsx",
    asks: ["reason"],
    setting: async () => {
      const { tenderId, approver } = await makeAwardToAnswer();
      const stranger = await strangerIn("approver");
      return { who: approver.userId, stranger, address: office.termsRefusal(tenderId) };
    },
  },
  {
    route: "routes/organization/tenders/terms.tsx",
    setting: async () => {
      const { tenderId, winner } = await makeAwardToAnswer();
      const stranger = (await makeManager()).userId;
      const address = paths.organization.terms(tenderId);
      return { who: winner.manager.userId, stranger, address };
    },
  },
  {
    route: "routes/organization/tenders/terms-refusal.tsx",
    asks: ["reason"],
    setting: async () => {
      const { tenderId, winner } = await makeAwardToAnswer();
      const stranger = (await makeManager()).userId;
      const address = paths.organization.termsRefusal(tenderId);
      return { who: winner.manager.userId, stranger, address };
    },
  },
  ...methodRows,
];

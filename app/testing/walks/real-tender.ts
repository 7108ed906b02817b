import { eq } from "drizzle-orm";
import type postgres from "postgres";
import { sealBid } from "#app/domain/bids/sealing.ts";
import { submitBid } from "#app/domain/bids/submit.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { approveTenderAmendment } from "#app/domain/tender-amendments/approve.server.ts";
import { lockAmendable } from "#app/domain/tender-amendments/lock.server.ts";
import { proposeTenderAmendment } from "#app/domain/tender-amendments/propose.server.ts";
import { makeTenderKey, platformKeyPair } from "#app/domain/tenders/key-shares.server.ts";
import { env } from "#app/env.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { addTo, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { milestoneChecks, milestones } from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor, makeOperator } from "#db/seed/factories/accounts.ts";
import { seatPanel } from "#db/seed/factories/awards.ts";
import { bidDocument, sealFor } from "#db/seed/factories/bids.ts";
import { makeClaimable } from "#db/seed/factories/delivery.ts";
import { makeFund } from "#db/seed/factories/fund.ts";
import { makeOffer, makeProgramme } from "#db/seed/factories/services.ts";
import { makeTenderInReview } from "#db/seed/factories/tenders.ts";
import { allocated, ceiling, FIRST_DEADLINE, priceOf, prices } from "./plain-tender.ts";

export type RealTender = Awaited<ReturnType<typeof makeRealTender>>;
export type Cast = Awaited<ReturnType<typeof makeCast>>;

/** Who takes part in every walk: the organizations and the platform's operator; and a key that no tender has. */
export async function makeCast() {
  const managers = [];
  for (const _ of prices) managers.push(await makeManager());
  const { publicKey } = await platformKeyPair(env.platformKey);
  const spare = await makeTenderKey({ a: publicKey, b: publicKey, platform: publicKey }, newId());
  return { managers, operator: await makeOperator(), spareKey: spare.publicKeyJwk };
}

/** A tender under review in an office of its own, nine days before its deadline; the database's clock begins anew at `start`. */
export async function makeRealTender(cast: Cast, owner: postgres.Sql, start: Date) {
  await owner`select clock_move(${start})`;
  const finance = await makeFund({ allocated });
  const { officeId, id: fundId } = finance;
  const deadline = addTo(start, minutes(FIRST_DEADLINE * 60));
  const draft = await makeTenderInReview({ officeId, fundId, ceiling, deadline });
  return {
    ...cast,
    ...draft,
    owner,
    start,
    tenderId: draft.tender.id,
    panel: await seatPanel(draft),
    cashier: await makeOfficeActor("finance", officeId),
    hour: 0,
  };
}

/** Let so many hours have passed since the walk began. */
export async function waitUntil(tender: RealTender, hour: number) {
  await tender.owner`select clock_move(${addTo(tender.start, Math.ceil(minutes(hour * 60)))})`;
}

/** How many hours into the walk that is. */
export const hoursInto = (start: Date, at: Date) => (at.getTime() - start.getTime()) / minutes(60);

/** A bid as the bidder's browser would seal it; before publication it has no key of the tender's to seal it with. */
export async function handInBid(tender: RealTender, bidder: number, published: boolean) {
  const { tenderId, spareKey } = tender;
  const by = managerOf(tender, bidder);
  const document = await bidDocument({ tenderId, price: priceOf(bidder) });
  const context = { tenderId, organizationId: by.organizationId, deadlineVersion: 1 };
  const sealed = published
    ? await sealFor(by, tenderId, document)
    : { ...context, ...(await sealBid(spareKey, context, document)) };
  return await submitBid(await actOf(by), sealed);
}

/** The officer has the contract's draft say more and the deadline put off to that hour; the approver agrees. */
export async function amendTender(
  { officer, approver, tenderId, start }: RealTender,
  hour: number,
) {
  const { terms } = await db.transaction((tx) => lockAmendable(tx, officer.officeId, tenderId));
  const amendmentId = await proposeTenderAmendment(await actOf(officer), {
    tenderId,
    terms: {
      ...terms,
      contractDraft: `${terms.contractDraft}每月报送服务台账。`,
      deadline: addTo(start, minutes(hour * 60)),
    },
    slip: false,
    reason: "补充台账要求。",
  });
  await approveTenderAmendment(await actOf(approver), { tenderId, amendmentId });
}

export function managerOf({ managers }: RealTender, bidder: number) {
  return one(managers.slice(bidder, bidder + 1));
}

/** The bidder's bid; one that was never made has an id that is nobody's. */
export async function bidIdOf(tender: RealTender, bidder: number | undefined): Promise<Id<"bid">> {
  if (bidder === undefined) return newId();
  const { organizationId } = managerOf(tender, bidder);
  const [bid] = await tender.owner<{ id: Id<"bid"> }[]>`
    select id from bids where tender_id = ${tender.tenderId} and organization_id = ${organizationId}`;
  return bid?.id ?? newId();
}

/** The newest contract drawn up; where there is none, an id that is nobody's. */
export async function contractIdOf({ owner, tenderId }: RealTender): Promise<Id<"contract">> {
  const [contract] = await owner<{ id: Id<"contract"> }[]>`
    select id from contracts where tender_id = ${tenderId} order by id desc limit 1`;
  return contract?.id ?? newId();
}

/** A visit under the contract, of which the fund pays ¥36, delivered, accepted and paid for by a resident. */
export async function deliverVisit(tender: RealTender) {
  const contractId = await contractIdOf(tender);
  const { id: programmeId } = await makeProgramme({ officeId: tender.officeId });
  const offer = await makeOffer({ contractId, programmeId });
  await makeClaimable({ offerId: offer.id });
}

/** The contract's first milestone. */
export async function milestoneOf(tender: RealTender): Promise<Id<"milestone">> {
  const rows = await db
    .select()
    .from(milestones)
    .where(eq(milestones.contractId, await contractIdOf(tender)))
    .orderBy(milestones.position)
    .limit(1);
  return one(rows).id;
}

/** Everybody in the sample says that she was served. */
export async function confirmSample(milestoneId: Id<"milestone">) {
  await db
    .update(milestoneChecks)
    .set({ confirmed: true, answeredAt: await databaseNow() })
    .where(eq(milestoneChecks.milestoneId, milestoneId));
}

import { and, desc, eq, notInArray } from "drizzle-orm";
import { neverOpened } from "#app/domain/bids/bid.ts";
import type { HeardEvent } from "#app/domain/heard-events.ts";
import {
  writeToBidders,
  writeToOffice,
  writeToOrganization,
  writeToVerifiedOrganizations,
} from "#app/domain/mail/write.server.ts";
import { methodSettings } from "#app/domain/tenders/method.ts";
import { namedBids } from "#app/domain/tenders/recommended.ts";
import type { Id } from "#app/values/id.ts";
import { one } from "#db/rows.ts";
import { bids, receipts } from "#db/schema/bids.ts";
import { offices } from "#db/schema/offices.ts";
import { questions } from "#db/schema/questions.ts";
import { tenderAmendments } from "#db/schema/tender-amendments.ts";
import { tenders } from "#db/schema/tenders.ts";
import { about, type Told } from "./told.ts";

type Heard<Name extends HeardEvent["name"]> = Extract<HeardEvent, { name: Name }>;

/** Everybody who bids, and the asker, whom nobody else may know before the deadline. */
export async function tellAskerAndBidders(told: Told, event: Heard<"question.answered">) {
  const { tx } = told;
  const { tenderId, questionId } = event;
  const { title } = await findTender(told, tenderId);
  const asked = one(await tx.select().from(questions).where(eq(questions.id, questionId)));
  const envelope = about(told, { kind: "question.answered", about: { tenderId, title } });
  await writeToOrganization(tx, asked.organizationId, envelope, tenderId);
  await writeToBidders(tx, tenderId, envelope);
}

/** Every organization that may bid hears of a draft on which it can comment. */
export async function tellOfDraft(told: Told, event: Heard<"draft.consulted">) {
  const { tx } = told;
  const { tenderId, until } = event;
  const [found] = await tx
    .select({ title: tenders.title, office: offices.name })
    .from(tenders)
    .innerJoin(offices, eq(offices.id, tenders.officeId))
    .where(eq(tenders.id, tenderId));
  if (!found) throw new Error(`there is no tender ${tenderId}`);
  const envelope = about(told, { kind: "draft.consulted", about: { tenderId, until, ...found } });
  await writeToVerifiedOrganizations(tx, envelope);
}

/** Everybody whose bid has to be confirmed now; who they are nobody else may know. */
export async function tellOfAmendment(told: Told, event: Heard<"tender.amended">) {
  const { tx } = told;
  const { tenderId, amendmentId, deadline } = event;
  const { title } = await findTender(told, tenderId);
  const { reason } = one(
    await tx.select().from(tenderAmendments).where(eq(tenderAmendments.id, amendmentId)),
  );
  const letter = { tenderId, title, reason, deadline };
  await writeToBidders(tx, tenderId, about(told, { kind: "tender.amended", about: letter }));
}

/** The bidder who did not confirm learns after the deadline why her bid takes no part. */
export async function tellOfLapse(told: Told, { tenderId, bidId }: Heard<"bid.lapsed">) {
  const { tx } = told;
  const { title } = await findTender(told, tenderId);
  const { organizationId } = one(await tx.select().from(bids).where(eq(bids.id, bidId)));
  const envelope = about(told, { kind: "bid.lapsed", about: { tenderId, title } });
  await writeToOrganization(tx, organizationId, envelope);
}

/** Those who talked hear of the call at the same time and in the same words. */
export async function tellOfFinalCall(told: Told, event: Heard<"tender.final_offers_called">) {
  const { name: kind, tenderId, changes, deadline } = event;
  const { title } = await findTender(told, tenderId);
  const envelope = about(told, { kind, about: { tenderId, title, changes, deadline } });
  const talked = and(eq(bids.tenderId, tenderId), eq(bids.state, "negotiated"));
  const invited = await told.tx
    .select({ organizationId: bids.organizationId })
    .from(bids)
    .where(talked);
  for (const { organizationId } of invited) {
    await writeToOrganization(told.tx, organizationId, envelope);
  }
}

export async function tellOfTheEnd(told: Told, event: Heard<"tender.failed" | "tender.cancelled">) {
  const { name: kind, tenderId, reason } = event;
  const { title } = await findTender(told, tenderId);
  await writeToBidders(
    told.tx,
    tenderId,
    about(told, { kind, about: { tenderId, title, reason } }),
  );
}

/** Only its bidder hears why her bid could not be opened, with the receipt that proves what she handed in. */
export async function tellOfUnopenable(told: Told, event: Heard<"bid.unopenable">) {
  const { tenderId, bidId, cause } = event;
  const { title } = await findTender(told, tenderId);
  const [receipt] = await told.tx
    .select({
      id: receipts.id,
      digest: receipts.digest,
      organizationId: receipts.organizationId,
    })
    .from(receipts)
    .where(eq(receipts.bidId, bidId))
    .orderBy(desc(receipts.version))
    .limit(1);
  if (!receipt) return;
  const { id: receiptId, digest, organizationId } = receipt;
  const letter = { tenderId, title, cause, digest, receiptId };
  await writeToOrganization(
    told.tx,
    organizationId,
    about(told, { kind: "bid.unopenable", about: letter }),
  );
}

/** Only the bidder hears that the panel asks about her price, and until when. */
export async function tellOfLowPrice(told: Told, event: Heard<"bid.low_price_asked">) {
  const { tenderId, bidId, until } = event;
  const { title } = await findTender(told, tenderId);
  const { organizationId } = one(
    await told.tx
      .select({ organizationId: bids.organizationId })
      .from(bids)
      .where(eq(bids.id, bidId)),
  );
  const letter = { kind: "bid.low_price_asked", about: { tenderId, title, until } } as const;
  await writeToOrganization(told.tx, organizationId, about(told, letter));
}

/** Each bidder hears how her own bid came out, and why. */
export async function tellOfResult(told: Told, event: Heard<"tender.publicised">) {
  const { tenderId, until } = event;
  const winners = namedBids(event);
  const { title, recommendedReason } = await findTender(told, tenderId);
  for (const bid of await listBids(told, tenderId)) {
    const { disqualifiedReason } = bid;
    const dropped = bid.state === "disqualified" || bid.state === "unopenable";
    const outcome = winners.includes(bid.id) ? "first" : dropped ? "disqualified" : "lost";
    const reason = (dropped ? disqualifiedReason : recommendedReason) ?? "";
    const letter = { tenderId, title, outcome, reason, until } as const;
    await writeToOrganization(
      told.tx,
      bid.organizationId,
      about(told, { kind: "tender.result", about: letter }),
    );
  }
}

/** Where both sides have to say yes the winner hears that, and so do the office's approvers. */
export async function tellOfAward(told: Told, event: Heard<"tender.awarded">) {
  const { tenderId } = event;
  const { title, method, officeId } = await findTender(told, tenderId);
  const asksBoth = methodSettings[method].acceptance === "both";
  if (asksBoth) {
    const toAnswer = about(told, { kind: "terms.to_answer", about: { tenderId, title } });
    await writeToOffice(told.tx, { officeId, role: "approver" }, toAnswer);
  }
  for (const { organizationId, state } of await listBids(told, tenderId)) {
    const letter = { tenderId, title, won: state === "won", asksBoth };
    await writeToOrganization(
      told.tx,
      organizationId,
      about(told, { kind: "tender.awarded", about: letter }),
    );
  }
}

async function findTender({ tx }: Told, tenderId: Id<"tender">) {
  const found = tx
    .select({
      title: tenders.title,
      method: tenders.method,
      officeId: tenders.officeId,
      recommendedReason: tenders.recommendedReason,
    })
    .from(tenders)
    .where(eq(tenders.id, tenderId));
  return one(await found);
}

const listBids = ({ tx }: Told, tenderId: Id<"tender">) =>
  tx
    .select({
      id: bids.id,
      organizationId: bids.organizationId,
      state: bids.state,
      disqualifiedReason: bids.disqualifiedReason,
    })
    .from(bids)
    .where(
      and(eq(bids.tenderId, tenderId), notInArray(bids.state, [...neverOpened, "negotiated"])),
    );

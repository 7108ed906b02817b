import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { OfficeStaff, Opener, Operator } from "#app/domain/act.ts";
import { type BidState, isNeverOpened } from "#app/domain/bids/bid.ts";
import { countSubmittedBids } from "#app/domain/bids/open.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { bids, openerKeys, openingTurns, receipts } from "#db/schema/bids.ts";
import { offices } from "#db/schema/offices.ts";
import { organizations } from "#db/schema/organizations.ts";
import { tenders } from "#db/schema/tenders.ts";
import { isFinalRound, methodSettings } from "./method.ts";
import { holderOf, TURNS_NEEDED } from "./opening.ts";
import { bidsNeeded } from "./profile.ts";
import { rulesNow } from "./rules.server.ts";
import { statusAt } from "./tender.ts";

const openerA = alias(users, "opener_a");
const openerB = alias(users, "opener_b");

const tenderQuery = db
  .select({
    id: tenders.id,
    title: tenders.title,
    officeId: tenders.officeId,
    office: offices.name,
    status: tenders.status,
    method: tenders.method,
    round: tenders.round,
    rules: rulesNow,
    reducedBidsReason: tenders.reducedBidsReason,
    deadline: tenders.deadline,
    suspendedAt: tenders.suspendedAt,
    openedAt: tenders.openedAt,
    openerAId: tenders.openerAId,
    openerBId: tenders.openerBId,
    openerA: openerA.name,
    openerB: openerB.name,
    now: sql<string>`clock_now()`,
  })
  .from(tenders)
  .innerJoin(offices, eq(offices.id, tenders.officeId))
  .leftJoin(openerA, eq(openerA.id, tenders.openerAId))
  .leftJoin(openerB, eq(openerB.id, tenders.openerBId))
  .where(and(eq(tenders.id, sql.placeholder("id")), isNotNull(tenders.publishedAt)))
  .prepare("tender_opening");

const turnsQuery = db
  .select({
    round: openingTurns.round,
    holder: openingTurns.holder,
    at: openingTurns.at,
    name: users.name,
  })
  .from(openingTurns)
  .innerJoin(users, eq(users.id, openingTurns.userId))
  .where(eq(openingTurns.tenderId, sql.placeholder("id")))
  .orderBy(asc(openingTurns.at))
  .prepare("opening_turns_of_tender");

const receiptsQuery = db
  .select({
    id: receipts.id,
    round: receipts.round,
    version: receipts.version,
    digest: receipts.digest,
    attachments: receipts.attachments,
    at: receipts.at,
    chainHead: receipts.chainHead,
    eventDigest: receipts.eventDigest,
    latest: bids.version,
    state: bids.state,
    price: bids.price,
    disqualifiedReason: bids.disqualifiedReason,
    organizationId: organizations.id,
    organization: organizations.name,
  })
  .from(receipts)
  .innerJoin(bids, eq(bids.id, receipts.bidId))
  .innerJoin(organizations, eq(organizations.id, receipts.organizationId))
  .where(eq(receipts.tenderId, sql.placeholder("id")))
  .orderBy(asc(receipts.at), asc(receipts.id))
  .prepare("receipts_of_tender");

/**
 * All receipts of a published tender: none before its round's deadline, then every digest and time, and who handed
 * it in once the offers that count are opened.
 */
export async function findPublishedReceipts(tenderId: Id<"tender">) {
  const [found, turns, all] = await Promise.all([
    findTender(tenderId),
    turnsQuery.execute({ id: tenderId }),
    receiptsQuery.execute({ id: tenderId }),
  ]);
  if (!found) return undefined;
  const { openedAt, past, round } = found;
  const published = past ? all : all.filter((receipt) => receipt.round < round);
  const named = openedAt !== null && isFinalRound(found);
  return {
    ...found,
    named,
    turns,
    receipts: published.map(({ organization, organizationId, price, ...receipt }) => ({
      ...receipt,
      opened: price !== null,
      ...(named && { organization, organizationId }),
    })),
  };
}

export type PublishedReceipts = NonNullable<Awaited<ReturnType<typeof findPublishedReceipts>>>;

/** The office's opening: whose turns are taken, what is the reader's own part, and after it what every bid holds. */
export async function findOpening(by: OfficeStaff, tenderId: Id<"tender">) {
  const tender = await findTender(tenderId);
  if (!tender || tender.officeId !== by.officeId) return undefined;
  const [turns, keys, submitted, handedIn] = await Promise.all([
    turnsQuery.execute({ id: tenderId }),
    db
      .select({ userId: openerKeys.userId })
      .from(openerKeys)
      .where(eq(openerKeys.userId, by.userId)),
    countSubmittedBids(db, tenderId),
    receiptsQuery.execute({ id: tenderId }),
  ]);
  const holder = holderOf(tender, by.userId);
  const { round } = tender;
  const turnsNow = turns.filter((turn) => turn.round === round);
  const isOver = (each: { round: number }) => each.round < round || tender.openedAt !== null;
  return {
    ...tender,
    rounds: methodSettings[tender.method].rounds,
    turns: turnsNow,
    holder,
    hasKey: keys.length > 0,
    hasTaken: turnsNow.some((turn) => turn.holder === holder),
    submitted: tender.openedAt ? undefined : submitted,
    opened: handedIn.filter((receipt) => isOver(receipt) && isOpened(receipt)),
  };
}

export type Opening = NonNullable<Awaited<ReturnType<typeof findOpening>>>;

/** When the opener made the key that she has; undefined if she has none. */
export async function findOwnOpenerKey(by: Opener) {
  const [key] = await db
    .select({ createdAt: openerKeys.createdAt })
    .from(openerKeys)
    .where(eq(openerKeys.userId, by.userId));
  return key;
}

/** Tenders of any office in which one opener has come and the other has not: the platform may stand in. */
export async function listOpeningsToComplete(_by: Operator) {
  const half = db
    .select({ tenderId: openingTurns.tenderId })
    .from(openingTurns)
    .groupBy(openingTurns.tenderId, openingTurns.round)
    .having(sql`count(*) < ${TURNS_NEEDED}`);
  return await db
    .select({
      id: tenders.id,
      title: tenders.title,
      office: offices.name,
      deadline: tenders.deadline,
    })
    .from(tenders)
    .innerJoin(offices, eq(offices.id, tenders.officeId))
    .where(and(inArray(tenders.status, ["open", "closed"]), inArray(tenders.id, half)))
    .orderBy(asc(tenders.deadline))
    .limit(100);
}

/** The opening that the platform may complete. */
export async function findOpeningToComplete(_by: Operator, tenderId: Id<"tender">) {
  const [tender, turns] = await Promise.all([
    findTender(tenderId),
    turnsQuery.execute({ id: tenderId }),
  ]);
  const turnsNow = turns.filter(({ round }) => round === tender?.round);
  if (tender?.status !== "closed" || turnsNow.length === 0) return undefined;
  return { ...tender, turns: turnsNow };
}

async function findTender(tenderId: Id<"tender">) {
  const [row] = await tenderQuery.execute({ id: tenderId });
  if (!row) return undefined;
  const { now: text, rules, ...tender } = row;
  const now = new Date(text);
  const minimumBids = bidsNeeded(rules, tender.reducedBidsReason);
  const past = tender.deadline !== null && (tender.suspendedAt ?? now) >= tender.deadline;
  return {
    ...tender,
    status: statusAt(tender, now),
    past,
    minimumBids,
    reducedBids: rules.reducedBids,
  };
}

/** The version that was opened: of a bid that stood at the deadline, the last. */
const isOpened = (receipt: { version: number; latest: number; state: BidState }) =>
  receipt.version === receipt.latest && !isNeverOpened(receipt.state);

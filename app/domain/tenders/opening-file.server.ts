import { and, asc, eq } from "drizzle-orm";
import { type ChainHead, type DigestedEvent, GENESIS } from "#app/domain/audit/chain.ts";
import { receiptFate } from "#app/domain/bids/receipt-fate.ts";
import { platformPublicKey } from "#app/domain/bids/receipt-file.server.ts";
import type { Id } from "#app/values/id.ts";
import { db, sqlClient } from "#db/client.server.ts";
import { bids, receipts, tenderKeys } from "#db/schema/bids.ts";
import { offices } from "#db/schema/offices.ts";
import { organizations } from "#db/schema/organizations.ts";
import { tenders } from "#db/schema/tenders.ts";
import { isFinalRound } from "./method.ts";
import { OPENING_FORMAT, type OpeningFile } from "./opening-file.ts";

/** Everything that anybody needs to check the opening of the offers that count; undefined before it. */
export async function findOpeningFile(tenderId: Id<"tender">): Promise<OpeningFile | undefined> {
  const [found] = await db
    .select({
      id: tenders.id,
      title: tenders.title,
      office: offices.name,
      officeId: tenders.officeId,
      method: tenders.method,
      round: tenders.round,
      deadline: tenders.deadline,
      openedAt: tenders.openedAt,
      publicKey: tenderKeys.publicKey,
      copies: tenderKeys.copies,
    })
    .from(tenders)
    .innerJoin(offices, eq(offices.id, tenders.officeId))
    .innerJoin(
      tenderKeys,
      and(eq(tenderKeys.tenderId, tenders.id), eq(tenderKeys.round, tenders.round)),
    )
    .where(eq(tenders.id, tenderId));
  if (!found?.openedAt || !found.deadline || !isFinalRound(found)) return undefined;
  const { publicKey, copies, deadline, openedAt, method: _, round, ...tender } = found;
  const [given, events] = await Promise.all([
    listReceipts(tenderId, round),
    listEvents(tenderId, round),
  ]);
  const told = events.map(({ id }) => id);
  const sealed = [...told, ...given.map(({ receipt }) => receipt.eventId)];
  const heads = given.map(({ receipt }) => receipt.chainHead);
  return {
    format: OPENING_FORMAT,
    publicKey: platformPublicKey(),
    tender: { ...tender, deadline: deadline.toISOString(), openedAt: openedAt.toISOString() },
    key: {
      publicKey,
      copies: copies.map(({ pair, shares }) => ({
        pair,
        holders: shares.map(({ holder }) => holder),
      })),
    },
    receipts: given,
    events,
    chain: await readChain(tender.officeId, heads, sealed),
  };
}

async function listReceipts(
  tenderId: Id<"tender">,
  round: number,
): Promise<OpeningFile["receipts"]> {
  const rows = await db
    .select({
      receipt: receipts,
      bid: { latest: bids.version, state: bids.state, price: bids.price },
      organization: organizations.name,
    })
    .from(receipts)
    .innerJoin(bids, eq(bids.id, receipts.bidId))
    .innerJoin(organizations, eq(organizations.id, receipts.organizationId))
    .where(and(eq(receipts.tenderId, tenderId), eq(receipts.round, round)))
    .orderBy(asc(receipts.at), asc(receipts.id));
  return rows.map(
    ({ receipt: { id: _, round: __, signature, at, ...said }, bid, organization }) => {
      const { latest, state, price } = bid;
      const fate = receiptFate(
        { version: said.version, latest, state, opened: price !== null },
        true,
      );
      if (fate === "sealed") throw new Error(`bid ${said.bidId} is sealed after its opening`);
      return { receipt: { ...said, at: at.toISOString() }, signature, organization, fate };
    },
  );
}

/** Of one round: what names neither it nor a bid of it is of the first. */
const listEvents = (tenderId: Id<"tender">, round: number) => sqlClient<DigestedEvent[]>`
  select id, office_id as "officeId", name, by_user_id as "actorId", by_role as role,
    (extract(epoch from at) * 1000000)::bigint::text as "atMicroseconds", detail::text as detail
  from events where coalesce(detail ->> 'milestoneId', detail ->> 'contractId', detail ->> 'tenderId') = ${tenderId}
    and name in ('opening.turn_taken', 'opening.done', 'bid.withdrawn', 'bid.lapsed', 'bid.unopenable',
      'bid.attachment_unopenable')
    and coalesce((detail ->> 'round')::int, (select b.round from bids b where b.id = (detail ->> 'bidId')::uuid), 1) = ${round}
  order by transaction, id`;

/** The chain from the earliest head that a receipt names to the last event in question; null while one is not sealed. */
async function readChain(
  officeId: Id<"office">,
  heads: readonly string[],
  eventIds: readonly string[],
): Promise<OpeningFile["chain"]> {
  const [last] = await sqlClient<{ seq: number; sealed: number }[]>`
    select max(seq)::float8 as seq, count(*)::int as sealed from chain_links
    where chain = ${officeId} and event_id = any(${sqlClient.array([...eventIds])}::uuid[])`;
  if (!last || last.sealed < eventIds.length) return null;
  const after = await findStart(officeId, heads);
  const links = await sqlClient<{ digest: string }[]>`
    select event.digest from chain_links link join events event on event.id = link.event_id
    where link.chain = ${officeId} and link.seq > ${after.seq} and link.seq <= ${last.seq} order by link.seq`;
  return { after, digests: links.map(({ digest }) => digest) };
}

async function findStart(officeId: Id<"office">, heads: readonly string[]): Promise<ChainHead> {
  const start = { seq: 0, hash: GENESIS };
  if (heads.includes(GENESIS)) return start;
  const [first] = await sqlClient<ChainHead[]>`
    select seq::float8 as seq, hash from chain_links
    where chain = ${officeId} and hash = any(${sqlClient.array([...heads])}) order by seq limit 1`;
  return first ?? start;
}

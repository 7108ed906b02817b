import type postgres from "postgres";
import type { Id } from "#app/values/id.ts";
import { sqlClient } from "#db/client.server.ts";
import { type ChainHead, GENESIS, linkHash } from "./chain.ts";
import { PLATFORM_CHAIN } from "./chains.ts";

const BATCH = 1_000;
const LOCK = "seal events";

type Waiting = {
  transaction: string;
  eventId: Id<"event">;
  chain: Id<"office">;
  digest: string;
};
type Link = { chain: string; seq: number; eventId: string; previous: string; hash: string };

/**
 * Seals the oldest waiting events, each into the chain of its office; answers how many. One process seals at a time,
 * and a batch is one transaction: what is cut short is sealed by the next. What a bid's event says cannot be read
 * before the deadline, so it waits until then.
 */
export async function sealEvents(batch = BATCH): Promise<number> {
  return await sqlClient.begin(async (sql) => {
    const [alone] = await sql<{ locked: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtext(${LOCK})) as locked`;
    if (!alone?.locked) return 0;
    const waiting = await listWaiting(sql, batch);
    if (waiting.length === 0) return 0;
    await keepLinks(sql, await linksFor(waiting, await headsOf(sql, waiting)));
    await forget(sql, waiting);
    return waiting.length;
  });
}

const listWaiting = (sql: postgres.ISql, batch: number) => sql<Waiting[]>`
  select waiting.transaction::text as transaction, event.id as "eventId",
    coalesce(event.office_id, ${PLATFORM_CHAIN}::uuid) as chain, event.digest
  from unsealed_events waiting join events event on event.id = waiting.event_id
  where waiting.not_before is null or waiting.not_before <= clock_now()
  order by waiting.transaction, waiting.event_id limit ${batch}`;

async function headsOf(sql: postgres.ISql, waiting: readonly Waiting[]) {
  const chains = [...new Set(waiting.map(({ chain }) => chain))];
  const rows = await sql<(ChainHead & { chain: string })[]>`
    select named.chain, head.seq::float8 as seq, head.hash
    from unnest(${sql.array(chains)}::uuid[]) as named(chain), lateral (
      select seq, hash from chain_links link where link.chain = named.chain order by seq desc limit 1
    ) head`;
  return new Map<string, ChainHead>(rows.map(({ chain, seq, hash }) => [chain, { seq, hash }]));
}

async function linksFor(waiting: readonly Waiting[], heads: Map<string, ChainHead>) {
  const links: Link[] = [];
  for (const { chain, eventId, digest } of waiting) {
    const { seq, hash: previous } = heads.get(chain) ?? { seq: 0, hash: GENESIS };
    const head = { seq: seq + 1, hash: await linkHash(previous, digest) };
    heads.set(chain, head);
    links.push({ chain, eventId, previous, ...head });
  }
  return links;
}

const keepLinks = (sql: postgres.ISql, links: readonly Link[]) => sql`
  insert into chain_links (chain, seq, event_id, previous, hash, sealed_at)
  select link.chain, link.seq, link."eventId", link.previous, link.hash, clock_now()
  from jsonb_to_recordset(${sql.json([...links])}) as link(chain uuid, seq bigint, "eventId" uuid, previous text, hash text)`;

const forget = (sql: postgres.ISql, sealed: readonly Waiting[]) => sql`
  delete from unsealed_events waiting
  using jsonb_to_recordset(${sql.json(sealed.map(({ transaction, eventId }) => ({ transaction, eventId })))})
    as sealed(transaction text, "eventId" uuid)
  where waiting.transaction = sealed.transaction::xid8 and waiting.event_id = sealed."eventId"`;

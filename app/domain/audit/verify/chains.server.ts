import type postgres from "postgres";
import {
  type ChainHead,
  type ChainLink,
  type ChainProblem,
  eventDigest,
  GENESIS,
  verifyChain,
} from "../chain.ts";
import { type Finding, findings } from "./finding.ts";

const BATCH = 2_000;

/** A chain's head as somebody wrote it down outside the database. */
export type KnownHead = ChainHead & { chain: string };

type Row = {
  chain: string;
  seq: number;
  previous: string;
  hash: string;
  eventId: string;
  id: string | null;
  officeChain: string;
  officeId: string | null;
  name: string;
  actorId: string | null;
  role: string;
  atMicroseconds: string;
  detail: string;
  digest: string | null;
};

const words: Record<ChainProblem["kind"], string> = {
  gap: "links are missing before it",
  out_of_order: "it is out of order",
  not_linked: "it does not stand on the link before it",
  rewritten: "its event was changed after it was sealed",
  cut_tail: "the chain once reached here, and its end was cut off",
  other_head: "the chain was made anew: its hash here was another",
};

/** Every link over its event as that stands now; `told` hears how many links were read. */
export async function checkLinks(sql: postgres.ISql, told: (links: number) => void) {
  const found: Finding[] = [];
  let last: KnownHead = { chain: "", seq: 0, hash: GENESIS };
  const reading = sql<Row[]>`
    select link.chain, link.seq::float8 as seq, link.previous, link.hash, link.event_id as "eventId",
      coalesce(event.office_id, '00000000-0000-0000-0000-000000000000') as "officeChain", ${fields(sql)}
    from chain_links link left join events event on event.id = link.event_id
    order by link.chain, link.seq`.cursor(BATCH);
  for await (const rows of reading) {
    for (const part of byChain(rows)) {
      const [first] = part;
      if (!first) continue;
      if (first.chain !== last.chain) last = { chain: first.chain, seq: 0, hash: GENESIS };
      found.push(...(await checkPart(part, last)));
      last = part.at(-1) ?? last;
    }
    told(rows.length);
  }
  return found;
}

/** Events that wait to be sealed, as they stand now. */
export async function checkWaiting(sql: postgres.ISql): Promise<Finding[]> {
  const rows = await sql<Row[]>`
    select ${fields(sql)} from unsealed_events waiting join events event on event.id = waiting.event_id`;
  const lost = await sql<{ where: string; what: string }[]>`
    select 'event ' || event.id as where, 'it is in no chain, and nothing waits to seal it' as what from events event
    where not exists (select from chain_links where event_id = event.id)
      and not exists (select from unsealed_events where event_id = event.id)
    union all
    select 'event ' || waiting.event_id, 'it waits to be sealed, but it is gone' from unsealed_events waiting
    where not exists (select from events where id = waiting.event_id)`;
  const checked = await Promise.all(rows.map(async (row) => ({ row, now: await digestOf(row) })));
  const changed = checked.filter(({ row, now }) => row.digest !== now);
  return findings("chain", [
    ...lost,
    ...changed.map(({ row }) => ({ where: `event ${row.id}`, what: "it was changed" })),
  ]);
}

/** Heads that were written down elsewhere must still be in their chains. */
export async function checkHeads(sql: postgres.ISql, heads: readonly KnownHead[]) {
  const found: Finding[] = [];
  for (const { chain, seq, hash } of heads) {
    const [link] = await sql<{ hash: string }[]>`
      select hash from chain_links where chain = ${chain}::uuid and seq = ${seq}`;
    const kind = link ? "other_head" : "cut_tail";
    if (link?.hash !== hash) found.push(problem(chain, seq, words[kind]));
  }
  return found;
}

const fields = (sql: postgres.ISql) => sql`
  event.id, event.office_id as "officeId", event.name, event.by_user_id as "actorId", event.by_role as role,
  (extract(epoch from event.at) * 1000000)::bigint::text as "atMicroseconds", event.detail::text as detail, event.digest`;

function byChain(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (const row of rows) {
    const open = parts.at(-1);
    if (open?.[0]?.chain === row.chain) open.push(row);
    else parts.push([row]);
  }
  return parts;
}

async function checkPart(rows: readonly Row[], after: ChainHead): Promise<Finding[]> {
  const links: ChainLink[] = await Promise.all(
    rows.map(async ({ seq, previous, hash, ...row }) => {
      return { seq, previous, hash, digest: await digestOf(row) };
    }),
  );
  const [chain] = rows.map((row) => row.chain);
  const problems = await verifyChain(links, { after });
  return [
    ...rows.flatMap(strayOrChanged(links)),
    ...problems.map(({ seq, kind }) => problem(chain ?? "", seq, words[kind])),
  ];
}

/** What a broken hash would not tell: whose event it is, and that its own digest is not what its fields say. */
const strayOrChanged =
  (links: readonly ChainLink[]) =>
  (row: Row, index: number): Finding[] => {
    const { chain, seq, eventId } = row;
    if (row.id === null) return [problem(chain, seq, `its event ${eventId} is gone`)];
    if (row.officeChain !== chain) return [problem(chain, seq, `event ${eventId} is not its own`)];
    if (row.digest === links[index]?.digest) return [];
    return [problem(chain, seq, `event ${eventId} does not match its digest`)];
  };

const problem = (chain: string, seq: number, what: string): Finding => ({
  area: "chain",
  where: `chain ${chain}, link ${seq}`,
  what,
});

async function digestOf(row: Omit<Row, "chain" | "seq" | "previous" | "hash">): Promise<string> {
  const { id, officeId, name, actorId, role, atMicroseconds, detail } = row;
  return id === null
    ? ""
    : eventDigest({ id, officeId, name, actorId, role, atMicroseconds, detail });
}

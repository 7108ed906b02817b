import type { KeyObject } from "node:crypto";
import type postgres from "postgres";
import { verifyReceipt } from "#app/domain/bids/receipt.server.ts";
import type { Receipt } from "#app/domain/bids/receipt.ts";
import { GENESIS } from "../chain.ts";
import { type Finding, findings } from "./finding.ts";

type Row = Omit<Receipt, "at"> & {
  id: string;
  at: Date;
  signature: string;
  digestNow: string | null;
  headKnown: boolean;
};

/** Each receipt: signed by the platform, for an event that is there as it was, over a head that its chain has had. */
export async function checkReceipts(sql: postgres.ISql, key: KeyObject): Promise<Finding[]> {
  const rows = await sql<Row[]>`
    select r.id, r.bid_id as "bidId", r.tender_id as "tenderId", r.organization_id as "organizationId", r.version,
      r.digest, r.attachments, r.at, r.event_id as "eventId", r.event_digest as "eventDigest", r.chain_head as "chainHead", r.signature,
      case when e.id is not null then event_digest(e) end as "digestNow", r.chain_head = ${GENESIS} or exists (
        select from chain_links l where l.chain = t.office_id and l.hash = r.chain_head) as "headKnown"
    from receipts r join tenders t on t.id = r.tender_id left join events e on e.id = r.event_id`;
  const unproven = await sql<{ where: string; what: string }[]>`
    select 'event ' || e.id as where, 'a bid was handed in or confirmed, and no receipt tells of it' as what
    from events e where e.name in ('bid.submitted', 'bid.confirmed') and not exists (select from receipts r where r.event_id = e.id)`;
  return findings("receipt", [...rows.flatMap((row) => problemsOf(row, key)), ...unproven]);
}

function problemsOf(row: Row, key: KeyObject) {
  const { id, signature, digestNow, headKnown, at, ...said } = row;
  const signed = verifyReceipt({ ...said, at: at.toISOString() }, signature, key);
  const wrong = [
    signed ? "" : "its signature is not the platform's, or it was changed",
    digestNow === null ? `its event ${row.eventId} is gone` : "",
    digestNow !== null && digestNow !== row.eventDigest ? "its event was changed" : "",
    headKnown ? "" : "the head that its chain had then is gone: the chain was cut or made anew",
  ];
  return wrong.filter(Boolean).map((what) => ({ where: `receipt ${id}`, what }));
}

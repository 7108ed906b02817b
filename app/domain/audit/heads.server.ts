import { sqlClient } from "#db/client.server.ts";
import { PLATFORM_CHAIN } from "./chains.ts";

export type Head = {
  /** The office, or the nil UUID for the platform's own chain. */
  chain: string;
  /** null for the platform's own chain. */
  office: string | null;
  seq: number;
  hash: string;
  sealedAt: Date;
};

/** Where every chain stands: the platform's own first, then the offices by name. */
export async function listHeads(): Promise<Head[]> {
  return await sqlClient<Head[]>`
    select named.chain, named.office, head.seq::float8 as seq, head.hash, head.sealed_at as "sealedAt"
    from (select ${PLATFORM_CHAIN}::uuid as chain, null as office union all select id, name from offices) named,
      lateral (select seq, hash, sealed_at from chain_links link where link.chain = named.chain
        order by seq desc limit 1) head
    order by named.office nulls first`;
}

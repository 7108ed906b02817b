import { sha256Hex, utf8 } from "#app/values/bytes.ts";

/** What the first link of every chain stands on. */
export const GENESIS = "0".repeat(64);

/** An event as the database digests it: `at` in whole microseconds since 1970, `detail` as PostgreSQL writes the jsonb. */
export type DigestedEvent = {
  id: string;
  officeId: string | null;
  name: string;
  actorId: string | null;
  role: string;
  atMicroseconds: string;
  detail: string;
};

/** SHA-256 over the event's fields, a line each, in hexadecimal digits; what is null is written "-". */
export function eventDigest(event: DigestedEvent): Promise<string> {
  const { id, officeId, name, actorId, role, atMicroseconds, detail } = event;
  const lines = [id, officeId ?? "-", name, actorId ?? "-", role, atMicroseconds, detail];
  return sha256Hex(utf8(lines.join("\n")));
}

/** SHA-256 over the previous link's hash and the event's digest, as hexadecimal text. */
export function linkHash(previous: string, digest: string): Promise<string> {
  return sha256Hex(utf8(previous + digest));
}

/** A link as it is kept, with the digest computed from its event as that stands now. */
export type ChainLink = { seq: number; digest: string; previous: string; hash: string };

/** Where a chain stands: the number and hash of its last link. */
export type ChainHead = { seq: number; hash: string };

export const chainProblemKinds = [
  "gap",
  "out_of_order",
  "not_linked",
  "rewritten",
  "cut_tail",
  "other_head",
] as const;

/** What is wrong at a link: links missing before it, one out of place, one that does not stand on the one before, an event that was changed, or not the end that was expected. */
export type ChainProblem = { seq: number; kind: (typeof chainProblemKinds)[number] };

/**
 * Everything wrong with the links as they were read. `head` is what the chain came to when somebody last wrote it down
 * elsewhere; without it a cut tail, or a chain made anew, cannot be seen. `after` is where an earlier check ended.
 */
export async function verifyChain(
  links: readonly ChainLink[],
  { head, after = { seq: 0, hash: GENESIS } }: { head?: ChainHead; after?: ChainHead } = {},
): Promise<ChainProblem[]> {
  const problems: ChainProblem[] = [];
  let last = after;
  for (const link of links) {
    for (const kind of await problemsOf(link, last)) problems.push({ seq: link.seq, kind });
    last = { seq: link.seq, hash: link.hash };
  }
  return head ? [...problems, ...missing(head, links, last)] : problems;
}

async function problemsOf(link: ChainLink, last: ChainHead): Promise<ChainProblem["kind"][]> {
  const found: ChainProblem["kind"][] = [];
  if (link.seq <= last.seq) found.push("out_of_order");
  else if (link.seq > last.seq + 1) found.push("gap");
  if (link.previous !== last.hash) found.push("not_linked");
  if (link.hash !== (await linkHash(link.previous, link.digest))) found.push("rewritten");
  return found;
}

function missing(head: ChainHead, links: readonly ChainLink[], last: ChainHead): ChainProblem[] {
  if (last.seq < head.seq) return [{ seq: head.seq, kind: "cut_tail" }];
  const there = links.find(({ seq }) => seq === head.seq) ?? last;
  const differs = there.seq === head.seq && there.hash !== head.hash;
  return differs ? [{ seq: head.seq, kind: "other_head" }] : [];
}

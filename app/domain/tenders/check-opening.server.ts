import { createPublicKey, type KeyObject } from "node:crypto";
import { type DigestedEvent, eventDigest, GENESIS, linkHash } from "#app/domain/audit/chain.ts";
import { verifyReceipt } from "#app/domain/bids/receipt.server.ts";
import type { Receipt } from "#app/domain/bids/receipt.ts";
import type { OpeningFile } from "./opening-file.ts";

/** What somebody kept from elsewhere, against which an opening is held. */
export type Witnesses = {
  /** The platform's key as it was published, instead of the one in the file. */
  publicKey?: string;
  /** Digests of receipts, as they were published at the deadline or as a bidder has them. */
  digests: string[];
  /** Heads of the office's chain as they were published. */
  heads: { chain: string; seq: number; hash: string }[];
};

/** Something that does not add up. */
export type OpeningProblem = { where: string; what: string };

/**
 * Everything that does not add up in a published opening: signatures, digests, receipts that are not accounted for,
 * turns, times, and the chain that all of it stands in. Needs neither database nor network.
 */
export async function checkOpening(
  file: OpeningFile,
  witnesses: Witnesses,
): Promise<OpeningProblem[]> {
  const key = createPublicKey(witnesses.publicKey ?? file.publicKey);
  const told = file.events.map(read);
  return [
    ...checkReceipts(file, key),
    ...checkRecord(file, told),
    ...checkTurns(file, told),
    ...(await checkChain(file, witnesses)),
    ...checkWitnesses(file, witnesses),
  ];
}

type Told = ReturnType<typeof read>;

const read = (event: DigestedEvent) => ({
  ...event,
  at: new Date(Number(BigInt(event.atMicroseconds) / 1000n)),
  said: JSON.parse(event.detail) as Record<string, unknown>,
});

const problem = (where: string, what: string): OpeningProblem => ({ where, what });
const short = (digest: string) => digest.slice(0, 12);
const nameOf = ({ organization, receipt }: OpeningFile["receipts"][number]) =>
  `receipt ${short(receipt.digest)} (${organization}, version ${receipt.version})`;

function checkReceipts({ receipts, tender }: OpeningFile, key: KeyObject): OpeningProblem[] {
  return receipts.flatMap((entry) => {
    const { receipt, signature } = entry;
    const wrong = [
      verifyReceipt(receipt, signature, key) ? "" : "its signature is not the platform's",
      receipt.tenderId === tender.id ? "" : "it is of another tender",
      receipt.at < tender.deadline ? "" : "it was given at the deadline or after it",
    ];
    return wrong.filter(Boolean).map((what) => problem(nameOf(entry), what));
  });
}

/** Each receipt is replaced, withdrawn or in the opening's record, and the record holds nothing else. */
function checkRecord(file: OpeningFile, told: Told[]): OpeningProblem[] {
  const [done, ...more] = told.filter(({ name }) => name === "opening.done");
  if (!done || more.length > 0)
    return [problem("record", "there is not one record of the opening")];
  const digests = textsIn(done.said.digests);
  const plaintexts = done.said.plaintexts === undefined ? undefined : textsIn(done.said.plaintexts);
  const about = told.filter(({ said }) => said.tenderId !== file.tender.id);
  const found = about.map(({ name }) => problem(name, "it is about another tender"));
  for (const entry of file.receipts) {
    const fate = fateOf(entry.receipt, file, told, digests, plaintexts);
    if (fate === undefined) found.push(problem(nameOf(entry), "nothing says what became of it"));
    else if (fate !== entry.fate) {
      found.push(problem(nameOf(entry), `it is said to be ${entry.fate}, but it was ${fate}`));
    }
  }
  for (const [bidId, digest] of Object.entries(digests)) {
    const receipt = lastOf(file, bidId);
    if (receipt?.digest !== digest) {
      found.push(problem(`bid ${bidId}`, "what was opened is not what its last receipt proves"));
    }
  }
  return found;
}

function fateOf(
  receipt: Receipt,
  file: OpeningFile,
  told: Told[],
  digests: Record<string, string>,
  plaintexts: Record<string, string> | undefined,
) {
  const { bidId, version, digest, at } = receipt;
  if ((lastOf(file, bidId)?.version ?? version) > version) return "replaced";
  const of = (name: string) =>
    told.find((event) => event.name === name && event.said.bidId === bidId);
  const withdrawn = of("bid.withdrawn");
  if (withdrawn && withdrawn.at >= new Date(at)) return "withdrawn";
  if (of("bid.lapsed")) return "unconfirmed";
  if (digests[bidId] !== digest) return undefined;
  if (of("bid.unopenable")) return plaintexts?.[bidId] ? undefined : "unopenable";
  return plaintexts && !plaintexts[bidId] ? undefined : "opened";
}

function lastOf({ receipts }: OpeningFile, bidId: string): Receipt | undefined {
  const own = receipts.map(({ receipt }) => receipt).filter((one) => one.bidId === bidId);
  return own.sort((a, b) => b.version - a.version)[0];
}

/** Two holders of one copy of the key, two people, after the deadline and not after the opening. */
function checkTurns({ key, tender }: OpeningFile, told: Told[]): OpeningProblem[] {
  const turns = told.filter(({ name }) => name === "opening.turn_taken");
  const holders = turns.map(({ said }) => said.holder);
  const shared = key.copies.some(({ holders: both }) => both.every((one) => holders.includes(one)));
  const done = told.find(({ name }) => name === "opening.done");
  const late = new Date(tender.deadline);
  const wrong = [
    key.copies.every(({ holders: both }) => new Set(both).size === 2)
      ? ""
      : "a copy of the key needs fewer than two holders",
    shared ? "" : "the holders who came share no copy of the key",
    new Set(turns.map(({ actorId }) => actorId)).size >= 2 ? "" : "fewer than two people came",
    turns.every(({ at }) => at >= late && (!done || at <= done.at))
      ? ""
      : "a turn was taken before the deadline or after the opening",
    !done || (done.at >= late && done.at.toISOString() === tender.openedAt)
      ? ""
      : "the opening is said to be at another time than its record, or was before the deadline",
  ];
  return wrong.filter(Boolean).map((what) => problem("turns", what));
}

async function checkChain({ chain, ...file }: OpeningFile, { heads }: Witnesses) {
  if (!chain) {
    const what =
      "the opening is not sealed into its chain yet: download the file again in a minute";
    return [problem("chain", what)];
  }
  const { after, digests } = chain;
  const hashes = [after.hash];
  for (const digest of digests) hashes.push(await linkHash(hashes.at(-1) ?? GENESIS, digest));
  const found: OpeningProblem[] = [];
  for (const event of file.events) {
    if (!digests.includes(await eventDigest(event))) {
      found.push(problem(`event ${event.name}`, "the chain does not hold it as it is told here"));
    }
  }
  for (const entry of file.receipts) {
    const { chainHead, eventDigest: digest } = entry.receipt;
    const head = hashes.indexOf(chainHead);
    if (head === -1)
      found.push(problem(nameOf(entry), "the head that it names is not in the chain"));
    else if (!digests.slice(head).includes(digest)) {
      found.push(
        problem(nameOf(entry), "its event is not in the chain after the head that it names"),
      );
    }
  }
  const own = heads.filter((head) => head.chain === file.tender.officeId);
  for (const { seq, hash } of own) {
    const here = hashes[seq - after.seq];
    if (here !== undefined && here !== hash) {
      found.push(
        problem(`chain, link ${seq}`, "its hash was another when the heads were published"),
      );
    }
  }
  return found;
}

function checkWitnesses({ receipts }: OpeningFile, { digests }: Witnesses): OpeningProblem[] {
  const there = new Set(receipts.map(({ receipt }) => receipt.digest));
  return digests
    .filter((digest) => !there.has(digest))
    .map((digest) =>
      problem(`receipt ${short(digest)}`, "it was given or published, and is missing here"),
    );
}

/** The texts of a record; anything else in it is left out, and so does not add up. */
function textsIn(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

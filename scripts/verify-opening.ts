import { createHash, createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { checkOpening, type Witnesses } from "#app/domain/tenders/check-opening.server.ts";
import { OPENING_FORMAT, type OpeningFile } from "#app/domain/tenders/opening-file.ts";

// npm run verify-opening -- opening.json [more …]: checks a published opening, without database, network or account.
// More files make it stronger: the receipts.json of the tender as it was published at the deadline, a bidder's own
// receipt.json, heads.json of /audit, and the platform's key (.pem) as it was published.
const [path, ...more] = process.argv.slice(2);
if (!path) {
  console.log(
    "Usage: npm run verify-opening -- opening.json [receipts.json] [receipt.json] [heads.json] [key.pem]",
  );
  process.exit(2);
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const Head = z.object({ chain: z.string(), seq: z.number(), hash: z.string() });
const Witness = z.union([
  z.object({ heads: z.array(Head) }).transform(({ heads }) => ({ heads, digests: [] })),
  z
    .object({ receipts: z.array(z.object({ digest: z.string() })) })
    .transform(({ receipts }) => ({ heads: [], digests: receipts.map(({ digest }) => digest) })),
  z
    .object({ receipt: z.object({ digest: z.string() }) })
    .transform(({ receipt }) => ({ heads: [], digests: [receipt.digest] })),
]);

const file = opening(readJson(path));
const witnesses = more.reduce(add, { digests: [], heads: [] });
const problems = await checkOpening(file, witnesses);
for (const { where, what } of problems) console.log(`${where}: ${what}.`);
for (const line of summary()) console.log(line);
process.exit(problems.length === 0 ? 0 : 1);

function opening(value: unknown): OpeningFile {
  const { format } = z.object({ format: z.string() }).catch({ format: "" }).parse(value);
  if (format === OPENING_FORMAT) return value as OpeningFile;
  console.log(`${path} is no opening file.`);
  process.exit(2);
}

function add(so: Witnesses, name: string): Witnesses {
  if (name.endsWith(".pem")) return { ...so, publicKey: readFileSync(name, "utf8") };
  const { heads, digests } = Witness.parse(readJson(name));
  return { ...so, heads: [...so.heads, ...heads], digests: [...so.digests, ...digests] };
}

function summary(): string[] {
  const { tender, receipts, events, chain } = file;
  const pem = witnesses.publicKey ?? file.publicKey;
  const der = createPublicKey(pem).export({ type: "spki", format: "der" });
  const of = (fate: string) => receipts.filter((one) => one.fate === fate).length;
  return [
    `${tender.office}: ${tender.title}, opened ${tender.openedAt}`,
    `receipts ${receipts.length}: ${of("opened")} opened, ${of("replaced")} replaced, ${of("withdrawn")} withdrawn, ${of("unopenable")} unopenable`,
    `events ${events.length}, chain links ${chain?.digests.length ?? 0}, other files ${more.length}`,
    `platform key SHA-256 ${createHash("sha256").update(der).digest("hex")}`,
    problems.length === 0 ? "Nothing is wrong." : `${problems.length} things are wrong.`,
  ];
}

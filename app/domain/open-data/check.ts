import { type CodeList, codeLists } from "./code-lists.ts";
import { compile } from "./merge.ts";
import type { ContractingRecord, Release } from "./release.ts";
import { type Found, walk } from "./walk.ts";

/** Where a code list's word stands, by the address of the field without its list numbers. */
const coded: Readonly<Record<string, CodeList>> = {
  tag: "releaseTag",
  "parties.roles": "partyRole",
  "tender.status": "tenderStatus",
  "tender.lots.status": "tenderStatus",
  "tender.procurementMethod": "procurementMethod",
  "tender.mainProcurementCategory": "procurementCategory",
  "tender.awardCriteria": "awardCriteria",
  "tender.submissionMethod": "submissionMethod",
  "tender.documents.documentType": "documentType",
  "bids.details.status": "bidStatus",
  "awards.status": "awardStatus",
  "awards.documents.documentType": "documentType",
  "contracts.status": "contractStatus",
  "contracts.documents.documentType": "documentType",
  "contracts.implementation.milestones.status": "milestoneStatus",
  "contracts.implementation.milestones.type": "milestoneType",
  "relatedProcesses.relationship": "relatedProcess",
};

/** Who is named where, and in which role the list of parties has to know her. */
const named: Readonly<Record<string, string>> = {
  buyer: "buyer",
  "tender.procuringEntity": "procuringEntity",
  "tender.tenderers": "tenderer",
  "tender.enquiries.author": "enquirer",
  "bids.details.tenderers": "tenderer",
  "awards.suppliers": "supplier",
  "contracts.implementation.transactions.payer": "payer",
  "contracts.implementation.transactions.payee": "payee",
};

const required: Readonly<Record<string, readonly string[]>> = {
  "": ["ocid", "id", "date", "tag", "initiationType", "parties"],
  tender: ["id"],
  "bids.details": ["id", "status"],
  awards: ["id", "status"],
  contracts: ["id", "awardID"],
  "contracts.implementation.milestones": ["id", "status"],
  "contracts.implementation.transactions": ["id", "date", "value", "payer", "payee"],
};

const dates =
  /^(date|startDate|endDate|dueDate|dateMet|dateModified|dateSigned|datePublished|dateAnswered)$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?(Z|[+-]\d{2}:\d{2})$/;

/** Everything wrong with a release, as sentences with the field's address; nothing for a good one. */
export function releaseProblems(release: Release): string[] {
  const parties = new Map(release.parties?.map(({ id, roles }) => [id, roles as string[]]));
  const problems = walk(release).flatMap((found) => [
    ...problemsOfField(found),
    ...problemsOfReference(found, parties),
  ]);
  if (!/^ocds-[a-z0-9]{6}-./.test(release.ocid)) problems.push("ocid: has no prefix");
  return problems;
}

/** The same of a record: every release, the state they add up to, and what points from one part of it to another. */
export function recordProblems({ ocid, releases, compiledRelease }: ContractingRecord): string[] {
  const ids = releases.map(({ id }) => id);
  const ordered = releases.every(
    ({ date }, index) => index === 0 || (releases[index - 1]?.date ?? "") <= date,
  );
  return [
    ...[...releases, compiledRelease].flatMap(releaseProblems),
    ...(new Set(ids).size < ids.length ? ["releases: an id stands twice"] : []),
    ...(ordered ? [] : ["releases: not in the order of their dates"]),
    ...(releases.every((release) => release.ocid === ocid)
      ? []
      : ["releases: of several processes"]),
    ...(same(compile(releases), compiledRelease)
      ? []
      : ["compiledRelease: not what the releases add up to"]),
    ...danglingIn(compiledRelease),
  ];
}

function problemsOfField({ address, place, name, value }: Found): string[] {
  const list = coded[place];
  const codes: readonly string[] = list ? codeLists[list] : [];
  const problems = [
    ...(required[place] && isObject(value) ? missing(value, required[place]) : []),
    ...(list && typeof value === "string" && !codes.includes(value) ? ["is no code"] : []),
    ...(dates.test(name) && !isInstant(value) ? ["is no instant with its offset"] : []),
    ...(isObject(value) && "amount" in value && !isObject(value.amount)
      ? amountProblems(value)
      : []),
    ...(isObject(value) && "startDate" in value ? periodProblems(value) : []),
    ...(name === "url" && !URL.canParse(String(value)) ? ["is no address"] : []),
    ...(isEmpty(value) ? ["is empty"] : []),
    ...(Array.isArray(value) ? listProblems(value) : []),
    ...(name === "contactPoint" && isObject(value) && "name" in value ? ["names a person"] : []),
  ];
  return problems.map((problem) => `${address}: ${problem}`);
}

function problemsOfReference(
  { address, place, value }: Found,
  parties: ReadonlyMap<string, readonly string[]>,
): string[] {
  const role = named[place];
  if (!role || !isObject(value)) return [];
  const roles = parties.get(String(value.id));
  if (!roles) return [`${address}: is no party`];
  return roles.includes(role) ? [] : [`${address}: is no ${role} among the parties`];
}

/** Lots, bids and awards that are pointed at and are not there. */
function danglingIn(whole: Release): string[] {
  const targets: Record<string, ReadonlySet<string>> = {
    relatedLot: idsOf(whole.tender?.lots),
    relatedLots: idsOf(whole.tender?.lots),
    relatedBids: idsOf(whole.bids?.details),
    awardID: idsOf(whole.awards),
  };
  return walk(whole).flatMap(({ address, name, value }) => {
    const there = targets[name];
    if (!there || typeof value !== "string" || there.has(value)) return [];
    return [`${address}: points at nothing`];
  });
}

const idsOf = (list: readonly { id: string }[] | undefined) => new Set(list?.map(({ id }) => id));

const missing = (value: object, fields: readonly string[]) =>
  fields.filter((field) => !(field in value)).map((field) => `has no ${field}`);

function amountProblems({ amount, currency }: Readonly<Record<string, unknown>>): string[] {
  const good = typeof amount === "number" && amount >= 0 && Number(amount.toFixed(2)) === amount;
  return [
    ...(good ? [] : ["is no amount with two decimals"]),
    ...(currency === "CNY" ? [] : ["is not in yuan"]),
  ];
}

function periodProblems({ startDate, endDate }: Readonly<Record<string, unknown>>): string[] {
  const wrong = Date.parse(String(startDate)) > Date.parse(String(endDate));
  return wrong ? ["ends before it starts"] : [];
}

function listProblems(list: readonly unknown[]): string[] {
  const objects = list.filter(isObject);
  if (objects.length === 0) return [];
  const ids = objects.map(({ id }) => id).filter((id) => typeof id === "string");
  if (ids.length < objects.length) return ["has an entry without an id"];
  return new Set(ids).size < ids.length ? ["has an id twice"] : [];
}

const isInstant = (value: unknown) =>
  typeof value === "string" && instant.test(value) && !Number.isNaN(Date.parse(value));

const isEmpty = (value: unknown) =>
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

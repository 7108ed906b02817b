import { type Fen, fen, yuanText } from "#app/values/money.ts";
import type { BidDocument } from "./bid.ts";

/** A bid while it is being written: texts as typed. */
export type BidDraft = {
  price: string;
  plan: string;
  team: string;
  contactName: string;
  contactPhone: string;
  /** By the criterion's id. */
  responses: Record<string, string>;
};

export const draftLimits = {
  plan: 20_000,
  team: 10_000,
  contactName: 40,
  contactPhone: 40,
  response: 10_000,
};

export const emptyDraft: BidDraft = {
  price: "",
  plan: "",
  team: "",
  contactName: "",
  contactPhone: "",
  responses: {},
};

export type DraftProblem = "required" | "price" | "ceiling" | "too_long";

/** What is still wrong with a draft, by field; the field of a response is `response-` and the criterion's id. */
export function draftProblems(
  draft: BidDraft,
  tender: { ceiling: Fen | null; qualityIds: readonly string[] },
): Partial<Record<string, DraftProblem>> {
  const responses = tender.qualityIds.map((id) => [
    responseField(id),
    textProblem(draft.responses[id] ?? "", draftLimits.response),
  ]);
  const text = (name: keyof typeof draftLimits & keyof BidDraft) => [
    name,
    textProblem(draft[name], draftLimits[name]),
  ];
  const price = ["price", priceProblem(draft.price, tender.ceiling)];
  const offer = [price, text("plan"), text("team"), ...responses];
  const all = [...offer, text("contactName"), text("contactPhone")];
  return Object.fromEntries(all.filter(([, problem]) => problem));
}

export const responseField = (criterionId: string) => `response-${criterionId}`;

type Named = { id: string; name: string };

/**
 * What an earlier bid gives a new one: everything but the price; an answer where a criterion of the same name is asked
 * again.
 */
export function draftFrom(
  { plan, team, contactName, contactPhone, responses }: BidDocument,
  asked: readonly Named[],
  asks: readonly Named[],
): Omit<BidDraft, "price"> {
  const answers = new Map(asked.map(({ id, name }) => [name, responses[id]]));
  const again = asks.flatMap(({ id, name }): [string, string][] => {
    const answer = answers.get(name);
    return answer ? [[id, answer]] : [];
  });
  return { plan, team, contactName, contactPhone, responses: Object.fromEntries(again) };
}

/** The draft as it will be sealed, with the answers that were asked for; only one without problems makes a document. */
export function documentOf(draft: BidDraft, qualityIds: readonly string[]): BidDocument {
  const priceFen = fenOf(draft.price);
  if (!priceFen) throw new RangeError("a bid needs a price");
  return {
    priceFen,
    plan: draft.plan.trim(),
    team: draft.team.trim(),
    contactName: draft.contactName.trim(),
    contactPhone: draft.contactPhone.trim(),
    responses: Object.fromEntries(qualityIds.map((id) => [id, (draft.responses[id] ?? "").trim()])),
  };
}

/** A document as a draft to be changed. */
export const draftOf = ({ priceFen, ...texts }: BidDocument): BidDraft => ({
  ...texts,
  price: yuanText(fen(priceFen)),
});

/** An amount typed in yuan, with or without separators, as fen above zero; undefined if it is none. */
export function fenOf(text: string): Fen | undefined {
  const plain = text.normalize("NFKC").replaceAll(/[\s,¥]/g, "");
  const [, whole, cents = ""] = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  if (whole === undefined) return undefined;
  const amount = Number(whole) * 100 + Number(cents.padEnd(2, "0"));
  return amount > 0 ? fen(amount) : undefined;
}

/** A draft as it was kept in the browser; undefined if what is there is none. */
export function readDraft(kept: string | null): BidDraft | undefined {
  const value = parsed(kept);
  if (!isRecord(value) || !isRecord(value.responses)) return undefined;
  const text = (from: Record<string, unknown>, name: string) => {
    const found = from[name];
    return typeof found === "string" ? found : "";
  };
  const { responses } = value;
  return {
    price: text(value, "price"),
    plan: text(value, "plan"),
    team: text(value, "team"),
    contactName: text(value, "contactName"),
    contactPhone: text(value, "contactPhone"),
    responses: Object.fromEntries(Object.keys(responses).map((id) => [id, text(responses, id)])),
  };
}

function textProblem(text: string, most: number): DraftProblem | undefined {
  if (text.trim() === "") return "required";
  return text.length > most ? "too_long" : undefined;
}

function priceProblem(text: string, ceiling: Fen | null): DraftProblem | undefined {
  if (text.trim() === "") return "required";
  const price = fenOf(text);
  if (price === undefined) return "price";
  return ceiling !== null && price > ceiling ? "ceiling" : undefined;
}

function parsed(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

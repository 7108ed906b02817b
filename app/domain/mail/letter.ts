import type { UnopenableCause } from "#app/domain/bids/bid.ts";
import type { Format } from "#app/i18n/format.ts";
import type { Language } from "#app/i18n/language.ts";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import type { Day } from "#app/values/time.ts";
import type { CertificateKind } from "../organizations/certificate.ts";
import type { DocumentKind } from "../organizations/document.ts";

export const letterStates = ["waiting", "sent", "kept", "given_up"] as const;
export type LetterState = (typeof letterStates)[number];

/** The language that somebody wants her letters in. */
export type MailLanguage = Language;

type OfTender = { tenderId: Id<"tender">; title: string };
type OfContract = { contractId: Id<"contract">; title: string };
type OfMilestone = { milestoneId: Id<"milestone">; contract: string; name: string };

/** What each kind of letter tells, as the outbox keeps it until it is written: instants as ISO texts. Never anything out of a bid. */
export type Letters = {
  "bid.receipt": OfTender & {
    receiptId: Id<"receipt">;
    version: number;
    digest: string;
    /** Whether an earlier bid was confirmed, rather than a new one handed in. */
    confirmed: boolean;
    at: string;
    deadline: string | null;
  };
  "tender.found": OfTender & {
    search: string;
    office: string;
    ceiling: Fen | null;
    deadline: string | null;
  };
  "draft.consulted": OfTender & { office: string; until: string };
  "question.answered": OfTender;
  "bid.low_price_asked": OfTender & { until: string };
  "bid.unopenable": OfTender & { cause: UnopenableCause; digest: string; receiptId: Id<"receipt"> };
  "tender.amended": OfTender & { reason: string; deadline: string };
  "bid.lapsed": OfTender;
  "tender.final_offers_called": OfTender & { changes: string; deadline: string };
  "tender.failed": OfTender & { reason: string };
  "tender.cancelled": OfTender & { reason: string };
  "tender.result": OfTender & {
    outcome: "first" | "lost" | "disqualified";
    reason: string;
    until: string | null;
  };
  "tender.awarded": OfTender & { won: boolean; asksBoth?: boolean };
  "terms.to_answer": OfTender;
  "tender.suspended": OfTender & { reason: string };
  "tender.resumed": OfTender & { reason: string; deadline: string | null; until: string | null };
  "objection.to_decide": OfTender & { objectionId: Id<"objection"> };
  "objection.decided": OfTender & { upheld: boolean; reason: string };
  "challenge.to_handle": OfTender & {
    challengeId: Id<"challenge">;
    what: "answer" | "decide" | "rule";
    until: string | null;
  };
  "challenge.outcome": OfTender & {
    outcome: "accepted" | "rejected" | "upheld" | "dismissed";
    reason: string;
  };
  "contract.to_sign": OfContract & { number: string; side: "office" | "organization" };
  "milestone.sent_back": OfMilestone & { reason: string };
  "milestone.accepted": OfMilestone & { pay: Fen };
  "milestone.paid": OfMilestone & { pay: Fen };
  "organization.verified": { name: string };
  "organization.rejected": { name: string; reason: string };
  "organization.suspended": { reason: string; pausesServices: boolean };
  "organization.suspension_lifted": { reason: string };
  "document.rejected": { kind: DocumentKind; reason: string };
  "certificate.expiring": { worker: string; kind: CertificateKind; expiresOn: Day };
  "document.expiring": { kind: DocumentKind; expiresOn: Day };
};

export type LetterKind = keyof Letters;

/** How a language words each kind of letter. */
export type LetterWords = {
  [Kind in LetterKind]: (
    about: Letters[Kind],
    format: Format,
  ) => { subject: string; words: string[] };
};

/** The words of one letter. */
export const wordLetter = <Kind extends LetterKind>(
  letters: LetterWords,
  { kind, about }: { kind: Kind; about: Letters[Kind] },
  format: Format,
) => letters[kind](about, format);

/** A kind of letter with what it tells. */
export type Letter = { [Kind in LetterKind]: { kind: Kind; about: Letters[Kind] } }[LetterKind];

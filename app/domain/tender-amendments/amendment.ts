import type { Fen } from "#app/values/money.ts";
import { addTo, type Day, dayOf, days } from "#app/values/time.ts";
import type { Lifecycle } from "../lifecycle.ts";
import type { RefusalCode } from "../refusal.ts";
import type { MethodRules } from "../tenders/profile.ts";

export const tenderAmendmentStates = ["proposed", "approved", "dropped"] as const;
export type TenderAmendmentState = (typeof tenderAmendmentStates)[number];

/** An officer proposes and somebody else, an approver, decides; from then on it stays as it is. */
export const tenderAmendmentLifecycle = {
  proposed: { approve: "approved", drop: "dropped" },
  approved: {},
  dropped: {},
} as const satisfies Lifecycle<TenderAmendmentState>;

/** What is said in words: a slip of the pen in these can be put right without more time for the bidders. */
const wordedFields = ["title", "need", "targetGroup", "contractDraft"] as const;
/** Figures and days: whoever changes them changes what is bought, whatever it is called. */
const countedFields = ["quantity", "unit", "ceiling", "startsOn", "endsOn", "deadline"] as const;

/** What an amendment may change; criteria stay as announced, because sealed bids answer them one by one. */
export const amendableFields = [...wordedFields, ...countedFields] as const;
export type AmendableField = (typeof amendableFields)[number];

/** The part of a tender's file that can be amended. */
export type TenderTerms = {
  title: string;
  need: string;
  targetGroup: string;
  contractDraft: string;
  quantity: number | null;
  unit: string | null;
  ceiling: Fen | null;
  startsOn: Day | null;
  endsOn: Day | null;
  deadline: Date | null;
};

/** One field before and after; a deadline is written as an ISO text. */
export type TermChange = {
  field: AmendableField;
  from: string | number | null;
  to: string | number | null;
};

/** What is different, in the order in which a tender's file shows it. */
export const changesBetween = (from: TenderTerms, to: TenderTerms): TermChange[] =>
  amendableFields
    .map((field) => ({ field, from: written(from[field]), to: written(to[field]) }))
    .filter((change) => change.from !== change.to);

/** The terms as the changes leave them. */
export function withChanges(terms: TenderTerms, changes: readonly TermChange[]): TenderTerms {
  const values = changes.map(({ field, to }) => [
    field,
    field === "deadline" && to !== null ? new Date(to) : to,
  ]);
  // Each change was made from terms, so its value has its field's type.
  return { ...terms, ...(Object.fromEntries(values) as Partial<TenderTerms>) };
}

/** The changes taken back: what stood there before. */
export const undone = (changes: readonly TermChange[]): TermChange[] =>
  changes.map(({ field, from, to }) => ({ field, from: to, to: from }));

/** Everything but the correction of a slip of the pen in what is said in words. */
export const isMaterial = (changes: readonly TermChange[], slip: boolean): boolean =>
  !slip || changesFigures(changes);

const changesFigures = (changes: readonly TermChange[]) =>
  changes.some(({ field }) => countedFields.some((counted) => counted === field));

/** How long every bidder has to confirm her bid after a slip of the pen was corrected, at least. */
const SLIP_NOTICE = days(1);

type Wish = { from: TenderTerms; to: TenderTerms; slip: boolean };

/** Why the terms may not be amended like that at `now`; the rules are the tender's own. */
export function amendmentProblem(
  { from, to, slip }: Wish,
  { amendmentDays }: Pick<MethodRules, "amendmentDays">,
  now: Date,
): RefusalCode | undefined {
  const changes = changesBetween(from, to);
  if (changes.length === 0) return "tender_amendment.nothing_changed";
  if (slip && changesFigures(changes)) return "tender_amendment.not_a_slip";
  if (!from.deadline || !to.deadline) return "tender.not_ready";
  if (to.deadline < from.deadline) return "tender_amendment.deadline_earlier";
  if (isMaterial(changes, slip)) {
    const least = addTo(from.deadline, days(amendmentDays));
    if (to.deadline < least) return "tender_amendment.too_short";
  } else if (to.deadline < addTo(now, SLIP_NOTICE)) {
    return "tender_amendment.slip_too_late";
  }
  const { startsOn, endsOn } = to;
  if (startsOn && startsOn <= dayOf(to.deadline)) return "tender_amendment.service_before_close";
  if (startsOn && endsOn && endsOn < startsOn) return "tender_amendment.ends_before_start";
  return undefined;
}

/** As it is kept; browsers send line ends of their own, which are no change. */
function written(value: TenderTerms[AmendableField]): string | number | null {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "string" ? value.replaceAll("\r\n", "\n") : value;
}

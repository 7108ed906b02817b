import { portionOf } from "#app/values/basis-points.ts";
import { type Fen, fen } from "#app/values/money.ts";
import { ageOn, type Day } from "#app/values/time.ts";

/** What a programme pays of one visit's price. */
export type SubsidyTerms = { rateBp: number; capPerVisitFen: Fen };

export const shareLimits = ["cap", "quota", "contract"] as const;
export type ShareLimit = (typeof shareLimits)[number];

/** `limitedBy` names what kept the fund's share below the rate; null where nothing did. */
export type PriceSplit = {
  price: Fen;
  fundShare: Fen;
  residentShare: Fen;
  limitedBy: ShareLimit | null;
};

/**
 * The fund pays min(rate × price, cap, remaining quota, remaining contract money), the resident the rest and the odd fen.
 * No programme means no fund share; a remainder that is undefined limits nothing, one below zero counts as zero.
 */
export function splitPrice(
  price: Fen,
  programme: SubsidyTerms | undefined,
  remainingQuotaFen: Fen | undefined,
  remainingContractFen: Fen | undefined,
): PriceSplit {
  if (!programme) return { price, fundShare: fen(0), residentShare: price, limitedBy: null };
  const limits: Record<ShareLimit, Fen | undefined> = {
    cap: programme.capPerVisitFen,
    quota: remainingQuotaFen,
    contract: remainingContractFen,
  };
  let fundShare = portionOf(price, programme.rateBp);
  let limitedBy: ShareLimit | null = null;
  for (const limit of shareLimits) {
    const most = fen(Math.max(0, limits[limit] ?? fundShare));
    if (most < fundShare) [fundShare, limitedBy] = [most, limit];
  }
  return { price, fundShare, residentShare: fen(price - fundShare), limitedBy };
}

/** Whom a programme is for; what is null or left out is not asked. Both ages are included, and both days. */
export type ProgrammeRules = {
  ageFrom: number | null;
  ageTo?: number | null;
  communityIds?: readonly string[] | null;
  lowIncomeOnly: boolean;
  disabledOnly: boolean;
  registeredOnly: boolean;
  validFrom: Day;
  validTo: Day | null;
};

/** What a programme asks about a person; a disability has a grade from 1, the most severe, to 4. */
export type PersonForProgramme = {
  bornOn: Day;
  communityId: string;
  registered: boolean;
  lowIncome: boolean;
  disabilityGrade: number | null;
};

export const ineligibilities = [
  "not_yet_valid",
  "no_longer_valid",
  "too_young",
  "too_old",
  "outside_communities",
  "not_registered",
  "not_low_income",
  "not_disabled",
] as const;
export type Ineligibility = (typeof ineligibilities)[number];

/** Whether the programme pays for the person on the day of the service, with every reason why not. */
export function eligible(
  programme: ProgrammeRules,
  person: PersonForProgramme,
  onDay: Day,
): { eligible: boolean; reasons: Ineligibility[] } {
  const age = ageOn(person.bornOn, onDay);
  const { ageFrom, ageTo, communityIds, validTo } = programme;
  const fails: Record<Ineligibility, boolean> = {
    not_yet_valid: onDay < programme.validFrom,
    no_longer_valid: validTo !== null && onDay > validTo,
    too_young: ageFrom !== null && age < ageFrom,
    too_old: age > (ageTo ?? age),
    outside_communities: communityIds ? !communityIds.includes(person.communityId) : false,
    not_registered: programme.registeredOnly && !person.registered,
    not_low_income: programme.lowIncomeOnly && !person.lowIncome,
    not_disabled: programme.disabledOnly && person.disabilityGrade === null,
  };
  const reasons = ineligibilities.filter((reason) => fails[reason]);
  return { eligible: reasons.length === 0, reasons };
}

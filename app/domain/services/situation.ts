import {
  eligible,
  type PersonForProgramme,
  type PriceSplit,
  type ProgrammeRules,
  splitPrice,
} from "#app/domain/eligibility/price-split.ts";
import type { Fen } from "#app/values/money.ts";
import { type Day, day, isDay } from "#app/values/time.ts";

/** What a reader may say of herself to see her price; an age is “from”, null is no particular age. */
export type Situation = { ageFrom: number | null; lowIncome: boolean; disabled: boolean };

type Rules = Pick<ProgrammeRules, "ageFrom" | "lowIncomeOnly" | "disabledOnly">;

/** An offer's subsidy, as far as the price shown before a booking depends on it. */
export type Subsidy = Rules & {
  rateBp: number;
  capPerVisit: Fen;
  registeredOnly: boolean;
  validFrom: Day;
  validTo: Day;
};

/** Offered where no office's own programmes are known. */
export const usualSituations: readonly Situation[] = [
  { ageFrom: 60, lowIncome: false, disabled: false },
  { ageFrom: 80, lowIncome: false, disabled: false },
  { ageFrom: null, lowIncome: true, disabled: false },
  { ageFrom: null, lowIncome: false, disabled: true },
];

/** Each situation that the programmes tell apart, once: ages first, then low income, then disability. */
export function situationsOf(programmes: readonly Rules[]): Situation[] {
  const found = new Map(
    programmes
      .map(({ ageFrom, lowIncomeOnly, disabledOnly }) => ({
        ageFrom,
        lowIncome: lowIncomeOnly,
        disabled: disabledOnly,
      }))
      .map((situation) => [situationKey(situation), situation] as const),
  );
  found.delete("");
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

/** A short name for an address: “60l” is somebody of 60 or more with a low income, "" is nobody special. */
export const situationKey = ({ ageFrom, lowIncome, disabled }: Situation): string =>
  `${ageFrom ?? ""}${lowIncome ? "l" : ""}${disabled ? "d" : ""}`;

/** The situation of that name; undefined for what is none. */
export function situationOf(key: string): Situation | undefined {
  const found = /^(\d{1,3})?(l)?(d)?$/.exec(key);
  if (!found || key === "") return undefined;
  const [, age, low, disabled] = found;
  return {
    ageFrom: age ? Number(age) : null,
    lowIncome: Boolean(low),
    disabled: Boolean(disabled),
  };
}

/** What somebody registered here and in that situation would pay that day, while her quota lasts. */
export function priceFor(
  price: Fen,
  subsidy: Subsidy | null,
  situation: Situation | undefined,
  today: Day,
): PriceSplit {
  const applies =
    subsidy && situation && eligible(subsidy, personIn(situation, today), today).eligible;
  return splitPrice(price, applies ? termsOf(subsidy) : undefined, undefined, undefined);
}

/** The subsidy as the price is split by it. */
export const termsOf = ({ rateBp, capPerVisit }: Pick<Subsidy, "rateBp" | "capPerVisit">) => ({
  rateBp,
  capPerVisitFen: capPerVisit,
});

const ANY_AGE = 40;

function personIn({ ageFrom, lowIncome, disabled }: Situation, today: Day): PersonForProgramme {
  const year = Number(today.slice(0, 4)) - (ageFrom ?? ANY_AGE);
  const birthday = `${String(year).padStart(4, "0")}${today.slice(4)}`;
  return {
    bornOn: isDay(birthday) ? birthday : day(`${birthday.slice(0, 8)}28`),
    communityId: "",
    registered: true,
    lowIncome,
    disabilityGrade: disabled ? 1 : null,
  };
}

const rank = ({ ageFrom, lowIncome, disabled }: Situation): number =>
  (ageFrom ?? 0) + (lowIncome ? 1000 : 0) + (disabled ? 2000 : 0);

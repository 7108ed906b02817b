import type { MilestoneCalculation } from "#app/domain/milestones/calculation.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { KeyFacts, Money } from "../facts.tsx";
import { Notice } from "../notice.tsx";

type CalculationProps = {
  calculation: MilestoneCalculation;
  /** As things stand: the milestone is not accepted yet. */
  provisional?: boolean;
};

/** Why a milestone pays what it pays: the formula and every number in it. */
export function Calculation({ calculation, provisional }: CalculationProps) {
  const { why } = useMessages().milestones;
  return (
    <>
      {provisional && <Notice kind="info">{why.provisional}</Notice>}
      <p>{why.formula}</p>
      <Base calculation={calculation} />
      <Quality calculation={calculation} />
      <Result calculation={calculation} />
      <p className="note">{why.fundNote}</p>
    </>
  );
}

type PartProps = { calculation: MilestoneCalculation };

function Base({ calculation }: PartProps) {
  const { why } = useMessages().milestones;
  const format = useFormat();
  const { bookings, confirmedFund, cap, result } = calculation;
  return (
    <KeyFacts
      facts={[
        { label: why.bookings, value: format.count(bookings, "time") },
        { label: why.fund, value: <Money fen={confirmedFund} /> },
        { label: why.cap, value: <Money fen={cap} /> },
        { label: why.base, value: <Money fen={result.base} /> },
      ]}
    />
  );
}

function Quality({ calculation }: PartProps) {
  const { why } = useMessages().milestones;
  const format = useFormat();
  const { stars, terms, result } = calculation;
  const given = stars
    .map((count, index) => ({ count, stars: index + 1 }))
    .filter(({ count }) => count > 0)
    .map(({ count, stars: n }) => why.starsOf(n, format.count(count, "review")));
  const percent = (bp: number) => why.percent(format.decimal(bp / 100, 2));
  return (
    <>
      <KeyFacts
        facts={[
          { label: why.stars, value: given.length > 0 ? format.list(given) : why.noStars },
          { label: why.mean, value: format.decimal(result.Q / 10_000, 4) },
          { label: why.quality, value: format.decimal(result.q / 10_000, 4) },
          { label: why.target, value: percent(terms.target) },
          { label: why.floor, value: percent(terms.f) },
          { label: why.factor, value: percent(result.factorBp) },
        ]}
      />
      <p className="note">{why.meanNote(terms.m, format.decimal(terms.mu0 / 100, 1))}</p>
    </>
  );
}

function Result({ calculation }: PartProps) {
  const { why } = useMessages().milestones;
  const { common } = useMessages();
  const format = useFormat();
  const { result, unused } = calculation;
  const noted = (words: string, note: string) => `${words}${common.aside(note)}`;
  return (
    <KeyFacts
      facts={[
        { label: why.pay, value: <Money fen={result.pay} /> },
        {
          label: why.deduction,
          value: noted(format.money(result.deduction), why.deductionNote),
        },
        { label: why.unused, value: noted(format.money(unused), why.unusedNote) },
      ]}
    />
  );
}

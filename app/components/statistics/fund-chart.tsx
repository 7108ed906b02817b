import type { FundAccount } from "#app/domain/fund/ledger.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { type Fen, fen } from "#app/values/money.ts";
import { StackedBar } from "../chart-stack.tsx";
import { EmptyState } from "../notice.tsx";
import { Section } from "../page.tsx";

type FundChartProps = {
  year: number;
  /** What the year's accounts hold, the paid first; none of them the appropriation. */
  balances: readonly { account: Exclude<FundAccount, "appropriation">; amount: Fen }[];
};

/** Where an office's money of the year is. */
export function FundChart({ year, balances }: FundChartProps) {
  const { statistics, fund } = useMessages();
  const { money } = useFormat();
  const words = statistics.fund;
  const total = fen(balances.reduce((sum, { amount }) => sum + amount, 0));
  const paid = balances.find(({ account }) => account === "paid")?.amount ?? fen(0);
  return (
    <Section title={words.title(year)}>
      {total === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <StackedBar
          finding={words.finding(money(paid), money(total))}
          column={{ label: words.account, value: words.amount }}
          parts={balances.map(({ account, amount }) => ({
            label: fund.accounts[account],
            value: amount,
            text: money(amount),
          }))}
        />
      )}
    </Section>
  );
}

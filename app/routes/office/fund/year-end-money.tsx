import { NumberBig, Numbers } from "#app/components/facts.tsx";
import type { Balances } from "#app/domain/fund/ledger.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { fen } from "#app/values/money.ts";

/** What a year end would move, and what stays. */
export function YearEndMoney({ balances }: { balances: Balances }) {
  const words = useMessages().fund.yearEnd;
  const { money } = useFormat();
  const { available, reserved, committed, payable } = balances;
  const stays = fen(reserved + committed + payable);
  return (
    <>
      <Numbers>
        <NumberBig label={words.available} value={money(available)} />
      </Numbers>
      {stays > 0 && <p>{words.stays(money(stays))}</p>}
    </>
  );
}

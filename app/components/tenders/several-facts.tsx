import { Money } from "#app/components/facts.tsx";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import type { Fen } from "#app/values/money.ts";

/** How many win and with what contract each, where several do; no facts of any other tender. */
export function useSeveralFacts({
  winners,
  winnerCap,
}: {
  winners: number;
  winnerCap: Fen | null;
}) {
  const { several } = useMessages();
  const { number } = useFormat();
  if (winners === 1) return [];
  return [
    { label: several.winners, value: several.count(number(winners)) },
    { label: several.cap, value: winnerCap && <Money fen={winnerCap} /> },
  ];
}

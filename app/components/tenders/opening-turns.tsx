import { Timeline } from "#app/components/timeline.tsx";
import type { Holder } from "#app/domain/tenders/opening.ts";
import { useMessages } from "#app/i18n/messages.ts";

type Turn = { round: number; holder: Holder; name: string; at: Date };

/** Who released a share of the tender's key, and when. */
export function OpeningTurns({ turns }: { turns: Turn[] }) {
  const { holders, opening } = useMessages().openings;
  if (turns.length === 0) return <p>{opening.noTurns}</p>;
  return (
    <Timeline
      items={turns.map(({ round, holder, name, at }) => ({
        key: `${round} ${holder}`,
        at,
        what: opening.turn(holders[holder]),
        who: name,
      }))}
    />
  );
}

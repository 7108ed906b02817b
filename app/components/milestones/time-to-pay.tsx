import type { TimeToPay } from "#app/domain/milestones/contract-figures.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { NumberBig } from "../facts.tsx";

/** How long payments took, never without how many were counted; `office` where they are one office's. */
export function TimeToPayNumber({ time, office }: { time: TimeToPay; office?: boolean }) {
  const { speed } = useMessages().payments;
  const format = useFormat();
  const { n, median } = time;
  if (median === null) return <NumberBig label={speed.title} value={speed.none} />;
  const days = Number.isInteger(median) ? format.number(median) : format.decimal(median, 1);
  const count = format.count(n, "payment");
  return (
    <NumberBig
      label={speed.title}
      value={speed.value(days)}
      note={office ? speed.officeNote(count) : speed.note(count)}
    />
  );
}

import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { LineChart } from "../chart-line.tsx";
import { EmptyState } from "../notice.tsx";
import { Section } from "../page.tsx";

type DeliveryChartProps = { months: readonly { month: string; delivered: number }[] };

/** Services delivered, month by month. */
export function DeliveryChart({ months }: DeliveryChartProps) {
  const { deliveries: words } = useMessages().statistics;
  const format = useFormat();
  const from = months.findIndex(({ delivered }) => delivered > 0);
  const shown = from < 0 ? [] : months.slice(Math.min(from, months.length - 2));
  const sum = shown.reduce((all, { delivered }) => all + delivered, 0);
  return (
    <Section title={words.title}>
      {sum === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <LineChart
          finding={words.finding(format.count(sum, "time"), format.month(shown[0]?.month ?? ""))}
          column={{ label: words.month, value: words.times }}
          points={shown.map(({ month, delivered }) => ({
            label: format.month(month),
            value: delivered,
            text: format.count(delivered, "time"),
          }))}
        />
      )}
    </Section>
  );
}

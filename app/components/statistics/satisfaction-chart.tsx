import { useFormat, useMessages, usePreferences } from "#app/i18n/messages.ts";
import { BarChart } from "../chart-bars.tsx";
import { EmptyState } from "../notice.tsx";
import { Section } from "../page.tsx";

/** Below so many ratings a share would say more than is known. */
const ENOUGH = 5;

type Rated = { rated: number; satisfied: number };
type SatisfactionChartProps = {
  total: Rated;
  kinds: readonly (Rated & { serviceType: string; zh: string; en: string })[];
};

/** The share of four and five stars by kind of service, each with its number of ratings. */
export function SatisfactionChart({ total, kinds }: SatisfactionChartProps) {
  const { satisfaction: words } = useMessages().statistics;
  const { language } = usePreferences();
  const { percent, count } = useFormat();
  const share = ({ rated, satisfied }: Rated) => percent(satisfied / rated, rated, "review");
  const rated = kinds.filter((kind) => kind.rated > 0);
  return (
    <Section title={words.title}>
      {total.rated === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <BarChart
          finding={words.finding(share(total))}
          whole={1}
          column={{ label: words.kind, value: words.share }}
          bars={rated.map((kind) => ({
            label: kind[language],
            value: kind.rated < ENOUGH ? 0 : kind.satisfied / kind.rated,
            text: kind.rated < ENOUGH ? words.few(count(kind.rated, "review")) : share(kind),
          }))}
        />
      )}
    </Section>
  );
}

import { DeliveryChart } from "./delivery-chart.tsx";
import { FundChart } from "./fund-chart.tsx";
import { SatisfactionChart } from "./satisfaction-chart.tsx";

export type OfficeChartsProps = Parameters<typeof FundChart>[0] &
  Parameters<typeof DeliveryChart>[0] &
  Parameters<typeof SatisfactionChart>[0];

/** An office's year drawn: its money, its services, what residents say. */
export function OfficeCharts({ year, balances, months, total, kinds }: OfficeChartsProps) {
  return (
    <div className="charts">
      <FundChart year={year} balances={balances} />
      <DeliveryChart months={months} />
      <SatisfactionChart total={total} kinds={kinds} />
    </div>
  );
}

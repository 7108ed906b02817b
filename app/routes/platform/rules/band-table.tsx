import { DataTable } from "#app/components/table.tsx";
import { profiles } from "#app/domain/tenders/tender.ts";
import type { ThresholdBand } from "#app/domain/tenders/thresholds.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

/** Which methods each band of values allows. */
export function BandTable({ bands }: { bands: readonly ThresholdBand[] }) {
  const { rules: words, methods } = useMessages();
  const { list, money } = useFormat();
  const rows = bands.map((band, index) => ({ ...band, from: bands[index - 1]?.below ?? null }));
  const nameOf = ({ below, from }: (typeof rows)[number]) => {
    if (below !== null) return words.below(money(below));
    return from === null ? words.anyValue : words.from(money(from));
  };
  return (
    <DataTable
      caption={words.thresholds}
      rows={rows}
      rowKey={nameOf}
      columns={[
        { key: "band", label: words.band, main: true, cell: nameOf },
        ...profiles.map((profile) => ({
          key: profile,
          label: methods.profiles[profile],
          cell: ({ allowed }: ThresholdBand) =>
            allowed[profile].length > 0
              ? list(allowed[profile].map((method) => methods.names[method]))
              : words.nothing,
        })),
      ]}
      empty={null}
    />
  );
}

import { More, Prose } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { AmendableField, TermChange } from "#app/domain/tender-amendments/amendment.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { fen } from "#app/values/money.ts";

type Value = TermChange["from"];

type TermChangesProps = {
  caption: string;
  changes: TermChange[];
  /** Long texts are not folded up: on paper nobody unfolds them. */
  whole?: boolean;
};

/** Each field that an amendment changes, before and after. */
export function TermChanges({ caption, changes, whole = false }: TermChangesProps) {
  const { fields, history: words } = useMessages().tenderAmendments;
  return (
    <DataTable
      caption={caption}
      rows={changes}
      rowKey={({ field }) => field}
      empty={null}
      columns={[
        { key: "field", label: words.field, main: true, cell: ({ field }) => fields[field] },
        {
          key: "from",
          label: words.from,
          cell: ({ field, from }) => <TermValue field={field} value={from} whole={whole} />,
        },
        {
          key: "to",
          label: words.to,
          cell: ({ field, to }) => <TermValue field={field} value={to} whole={whole} />,
        },
      ]}
    />
  );
}

type TermValueProps = { field: AmendableField; value: Value; whole: boolean };

/** From so many characters on a text is folded up. */
const LONG = 120;

function TermValue({ field, value, whole }: TermValueProps) {
  const { history: words } = useMessages().tenderAmendments;
  const format = useFormat();
  if (value === null || value === "") return words.none;
  if (field === "ceiling") return format.money(fen(Number(value)));
  if (field === "deadline") return format.stamp(new Date(value));
  if (typeof value === "number") return format.number(value);
  if (field === "startsOn" || field === "endsOn") return format.day(value);
  if (whole) return <Prose>{value}</Prose>;
  if (value.length <= LONG) return value;
  return (
    <More label={words.whole}>
      <Prose>{value}</Prose>
    </More>
  );
}

import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/messages.ts";
import { withParams } from "./address.ts";

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** What the row is called: its first line on a phone. */
  main?: boolean;
  /** Numbers stand at the end. */
  align?: "end";
  /** The heading links to `?sort=key`, and to `?sort=-key` when that is on already. */
  sort?: boolean;
  deskOnly?: boolean;
  /** What can be done with the row: says by itself what it is. */
  act?: boolean;
};

type DataTableProps<Row> = {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of the table when there are no rows: an `EmptyState`. */
  empty: ReactNode;
};

/** A table on a desk; on a phone each row is its main cell with the other cells in a line below. */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty }: DataTableProps<Row>) {
  if (rows.length === 0) return empty;
  return (
    <table className="table">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Heading<Row>({ column }: { column: Column<Row> }) {
  const { key, label, align, sort } = column;
  const { table } = useMessages().common;
  const location = useLocation();
  const now = new URLSearchParams(location.search).get("sort");
  const order = now === key ? "ascending" : now === `-${key}` ? "descending" : undefined;
  if (!sort) {
    return (
      <th scope="col" data-align={align}>
        {label}
      </th>
    );
  }
  const next = { sort: order === "ascending" ? `-${key}` : key, after: null };
  return (
    <th scope="col" data-align={align} aria-sort={order ?? "none"}>
      <a href={withParams(location, next)} aria-label={table.sortBy(label)}>
        {label}
        <span className="sort-mark" data-order={order} aria-hidden="true" />
      </a>
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { label, align, main, deskOnly, act, cell } = column;
  const content = cell(row);
  const attributes = {
    "data-align": align,
    "data-desk-only": deskOnly || undefined,
    "data-act": act || undefined,
  };
  if (main) {
    return (
      <th scope="row" {...attributes}>
        {content}
      </th>
    );
  }
  return (
    <td data-label={label} {...attributes}>
      {content}
    </td>
  );
}

import type { ReactNode } from "react";
import { OnDay } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { FileScan } from "#app/domain/files/upload.ts";
import {
  type DocumentKind,
  type DocumentState,
  type Expiry,
  expiryOn,
} from "#app/domain/organizations/document.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { type Day, dayOf } from "#app/values/time.ts";

type Listed = {
  id: string;
  kind: DocumentKind;
  grade: number | null;
  expiresOn: Day | null;
  state: DocumentState;
  addedAt: Date;
  rejectedReason: string | null;
  fileName: string;
  size: number;
  scan: FileScan;
};

type DocumentTableProps<Row extends Listed> = {
  documents: readonly Row[];
  today: Day;
  /** Where the file is fetched. */
  fileOf: (row: Row) => string;
  /** What the reader can do with a document, and what that is called. */
  act: { label: string; of: (row: Row) => ReactNode };
  empty: string;
};

/** An organization's documents with their files, as she and the operator read them. */
export function DocumentTable<Row extends Listed>(props: DocumentTableProps<Row>) {
  const { documents, today, fileOf, act, empty } = props;
  const { list, kinds, grade: grades } = useMessages().certificates;
  return (
    <DataTable
      caption={list.title}
      rows={documents}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "kind",
          label: list.kind,
          main: true,
          cell: ({ kind, grade }) => (grade ? `${kinds[kind]} ${grades.of(grade)}` : kinds[kind]),
        },
        { key: "state", label: list.state, cell: (row) => <State document={row} /> },
        {
          key: "expires",
          label: list.expires,
          cell: (row) => <Expires today={today} expiresOn={row.expiresOn} />,
        },
        { key: "file", label: list.file, cell: (row) => <File document={row} to={fileOf(row)} /> },
        {
          key: "added",
          label: list.added,
          deskOnly: true,
          cell: ({ addedAt }) => <OnDay day={dayOf(addedAt)} />,
        },
        { key: "act", label: act.label, act: true, cell: act.of },
      ]}
      empty={<EmptyState>{empty}</EmptyState>}
    />
  );
}

const marks = {
  waiting: "waiting",
  accepted: "done",
  rejected: "refused",
  removed: "neutral",
} as const;

function State({ document: { state, rejectedReason } }: { document: Listed }) {
  const { states } = useMessages().certificates;
  return (
    <>
      <StatusTag kind={marks[state]}>{states[state]}</StatusTag>
      {state === "rejected" && <span className="note"> {rejectedReason}</span>}
    </>
  );
}

const expiryMarks = {
  valid: "done",
  soon: "waiting",
  expired: "refused",
} as const satisfies Record<Expiry, string>;

/** The last day of something, and whether it is near or over. */
export function Expires({ today, expiresOn }: { today: Day; expiresOn: Day | null }) {
  const { expiry: words, list } = useMessages().certificates;
  if (!expiresOn) return list.noExpiry;
  const expiry = expiryOn(today, expiresOn);
  return (
    <>
      <OnDay day={expiresOn} />
      {expiry !== "valid" && (
        <>
          {" "}
          <StatusTag kind={expiryMarks[expiry]}>{words[expiry]}</StatusTag>
        </>
      )}
    </>
  );
}

function File({ document: { fileName, size, scan }, to }: { document: Listed; to: string }) {
  const { list, scan: scans } = useMessages().certificates;
  const format = useFormat();
  const kilobytes = format.number(Math.ceil(size / 1024));
  return (
    <>
      <a href={to} aria-label={list.open(fileName)} download>
        {fileName}
      </a>{" "}
      <span className="note">
        {list.size(kilobytes)} {scans[scan]}
      </span>
    </>
  );
}

import type { ReactNode } from "react";
import { EmptyState } from "#app/components/notice.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { FileScan } from "#app/domain/files/upload.ts";
import type { CertificateKind, Warning } from "#app/domain/organizations/certificate.ts";
import { useMessages } from "#app/i18n/messages.ts";
import type { Day } from "#app/values/time.ts";
import { Expires } from "./document-table.tsx";

type Certificate = {
  id: string;
  kind: CertificateKind;
  number: string;
  expiresOn: Day | null;
  fileName: string | null;
  scan: FileScan | null;
};
type Person = { id: string; name: string; certificates: Certificate[]; warnings: Warning[] };

type StaffCertificatesProps = {
  staff: readonly Person[];
  today: Day;
  /** Where a certificate's file is fetched. */
  fileOf: (certificateId: string) => string;
  /** What is said where there is nobody. */
  empty: string;
  act?: (person: Person, certificate: Certificate) => ReactNode;
};

/** Everybody who delivers, with her certificates and those that she lacks. */
export function StaffCertificates(props: StaffCertificatesProps) {
  const { staff, today, fileOf, act, empty } = props;
  const { staff: words } = useMessages().certificates;
  return (
    <DataTable
      caption={words.title}
      rows={staff}
      rowKey={({ id }) => id}
      columns={[
        { key: "who", label: words.who, main: true, cell: ({ name }) => name },
        {
          key: "certificates",
          label: words.kind,
          cell: (person) =>
            person.certificates.length === 0
              ? words.none
              : person.certificates.map((certificate) => (
                  <p key={certificate.id}>
                    {words.kinds[certificate.kind]} {certificate.number}{" "}
                    <Expires today={today} expiresOn={certificate.expiresOn} />{" "}
                    <File certificate={certificate} to={fileOf(certificate.id)} />{" "}
                    {act?.(person, certificate)}
                  </p>
                )),
        },
        {
          key: "needed",
          label: words.needed,
          cell: ({ warnings }) =>
            warnings.map((warning) => <Needed key={warning.kind} {...warning} />),
        },
      ]}
      empty={<EmptyState>{empty}</EmptyState>}
    />
  );
}

function File({ certificate: { fileName, scan }, to }: { certificate: Certificate; to: string }) {
  const { list, scan: scans } = useMessages().certificates;
  if (!fileName || !scan) return null;
  return (
    <>
      <a href={to} aria-label={list.open(fileName)} download>
        {fileName}
      </a>{" "}
      <span className="note">{scans[scan]}</span>
    </>
  );
}

function Needed({ kind, problem }: Warning) {
  const { staff: words } = useMessages().certificates;
  return (
    <p>
      <StatusTag kind={problem === "soon" ? "waiting" : "refused"}>
        {words.warning(words.kinds[kind], words.problems[problem])}
      </StatusTag>
    </p>
  );
}

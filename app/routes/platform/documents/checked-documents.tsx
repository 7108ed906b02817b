import { DocumentTable } from "#app/components/organizations/document-table.tsx";
import type { ListedDocument } from "#app/domain/organizations/document-queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Day } from "#app/values/time.ts";

type CheckedDocumentsProps = {
  organizationId: string;
  documents: readonly ListedDocument[];
  today: Day;
};

/** What an organization shows of itself, each with the way to its check. */
export function CheckedDocuments({ organizationId, documents, today }: CheckedDocumentsProps) {
  const { platform, kinds } = useMessages().certificates;
  return (
    <DocumentTable
      documents={documents}
      today={today}
      fileOf={({ id }) => paths.platform.documentFile(organizationId, id)}
      empty={platform.documentsEmpty}
      act={{
        label: platform.check,
        of: ({ id, kind, state }) =>
          state === "waiting" && (
            <a
              href={paths.platform.document(organizationId, id)}
              aria-label={platform.checkOf(kinds[kind])}
            >
              {platform.check}
            </a>
          ),
      }}
    />
  );
}

import type { Act, Operator } from "#app/domain/act.ts";
import { listDocumentsToRead } from "#app/domain/organizations/document-queries.server.ts";
import { findOrganizationToCheck } from "#app/domain/organizations/queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { dayOf } from "#app/values/time.ts";

type Params = Record<string, string | undefined>;

/** Which document of which organization an address names. */
export const documentIn = ({ organizationId, documentId }: Params) => ({
  organizationId: idParam<"organization">(organizationId),
  documentId: idParam<"organization_document">(documentId),
});

/** The document that an address names, with its organization; an address that names none leads nowhere. */
export async function findCheckedDocument({ by, at }: Act<Operator>, params: Params) {
  const { organizationId, documentId } = documentIn(params);
  const [organization, documents] = await Promise.all([
    findOrganizationToCheck(by, organizationId),
    listDocumentsToRead(by, organizationId),
  ]);
  const document = documents.find(({ id }) => id === documentId) ?? notFound();
  const { name } = organization ?? notFound();
  return { ...document, organizationId, organization: name, today: dayOf(at) };
}

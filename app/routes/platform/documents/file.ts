import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDocument } from "#app/domain/organizations/read-document.server.ts";
import { fileResponse } from "#app/http/file-response.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";

/** Opening it is an act of the operator's, and on record. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const act = await requireOperator(request);
  const of = {
    organizationId: idParam<"organization">(params.organizationId),
    documentId: idParam<"organization_document">(params.documentId),
  };
  return fileResponse((await openDocument(act, of)) ?? notFound());
}

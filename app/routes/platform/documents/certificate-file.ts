import type { LoaderFunctionArgs } from "@remix-run/node";
import { openCertificate } from "#app/domain/organizations/certificate-queries.server.ts";
import { fileResponse } from "#app/http/file-response.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";

/** Opening it is an act of the operator's, and on record. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const act = await requireOperator(request);
  const { organizationId, certificateId } = params;
  const file = await openCertificate(act, idParam(organizationId), idParam(certificateId));
  return fileResponse(file ?? notFound());
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { readOwnCertificate } from "#app/domain/organizations/certificate-queries.server.ts";
import { fileResponse } from "#app/http/file-response.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  return fileResponse((await readOwnCertificate(by, idParam(params.certificateId))) ?? notFound());
}

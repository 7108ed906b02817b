import type { LoaderFunctionArgs } from "@remix-run/node";
import { readOwnEvidence } from "#app/domain/tenders/evidence-queries.server.ts";
import { fileResponse } from "#app/http/file-response.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOfficeReader(request);
  const of = {
    tenderId: idParam<"tender">(params.tenderId),
    evidenceId: idParam<"evidence">(params.evidenceId),
  };
  return fileResponse((await readOwnEvidence(by, of)) ?? notFound());
}

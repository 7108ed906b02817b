import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPublishedEvidence } from "#app/domain/tenders/evidence-queries.server.ts";
import { fileResponse } from "#app/http/file-response.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const of = {
    tenderId: idParam<"tender">(params.tenderId),
    evidenceId: idParam<"evidence">(params.evidenceId),
  };
  return fileResponse((await readPublishedEvidence(of)) ?? notFound());
}

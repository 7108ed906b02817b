import type { LoaderFunctionArgs } from "@remix-run/node";
import { findOpeningFile } from "#app/domain/tenders/opening-file.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";

/** What `npm run verify-opening` checks. */
export async function loader({ params }: LoaderFunctionArgs) {
  return Response.json((await findOpeningFile(idParam(params.tenderId))) ?? notFound());
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { findAttachment } from "#app/domain/bids/attachment-queries.server.ts";
import { fileResponse } from "#app/http/file-response.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOfficeStaff } from "#app/http/session.server.ts";

/** A file of an opened bid, as a download. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOfficeStaff(request);
  const found = findAttachment(by, idParam(params.tenderId), idParam(params.attachmentId));
  return fileResponse((await found) ?? notFound());
}

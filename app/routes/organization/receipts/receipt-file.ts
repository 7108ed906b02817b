import type { LoaderFunctionArgs } from "@remix-run/node";
import { findReceipt } from "#app/domain/bids/queries.server.ts";
import { receiptFile } from "#app/domain/bids/receipt-file.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";

/** The receipt as a file that the stand-alone verifier checks. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const { receipt } = (await findReceipt(by, idParam(params.receiptId))) ?? notFound();
  return new Response(receiptFile(receipt), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="receipt-${receipt.digest.slice(0, 12)}.json"`,
      "Cache-Control": "no-store",
    },
  });
}

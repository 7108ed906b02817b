import type { LoaderFunctionArgs } from "@remix-run/node";
import { platformPublicKey } from "#app/domain/bids/receipt-file.server.ts";
import { findPublishedReceipts } from "#app/domain/tenders/opening-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";

/** The published receipts for machines: the same as on the page. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = (await findPublishedReceipts(idParam(params.tenderId))) ?? notFound();
  const { id, deadline, openedAt, receipts } = found;
  return Response.json({
    tenderId: id,
    deadline,
    openedAt,
    publicKey: platformPublicKey(),
    receipts: receipts.map(
      ({ round, digest, attachments, at, version, eventDigest, chainHead, organization }) => ({
        digest,
        attachments,
        at,
        round,
        version,
        eventDigest,
        chainHead,
        organization,
      }),
    ),
  });
}

import { listHeads } from "#app/domain/audit/heads.server.ts";
import { platformPublicKey } from "#app/domain/bids/receipt-file.server.ts";

/** The chains' heads for machines: what `npm run verify` takes to find a chain that was cut or made anew. */
export async function loader() {
  return Response.json({ publicKey: platformPublicKey(), heads: await listHeads() });
}

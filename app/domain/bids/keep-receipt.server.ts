import { desc, eq } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { GENESIS } from "#app/domain/audit/chain.ts";
import { writeToOrganization } from "#app/domain/mail/write.server.ts";
import { record } from "#app/domain/record.server.ts";
import { env } from "#app/env.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { type bids, receipts } from "#db/schema/bids.ts";
import { chainLinks } from "#db/schema/events.ts";
import { listAttachmentDigests } from "./keep-attachments.server.ts";
import { signReceipt } from "./receipt.server.ts";
import type { Receipt } from "./receipt.ts";

type Submitted = Pick<
  typeof bids.$inferSelect,
  "id" | "tenderId" | "organizationId" | "round" | "version" | "digest"
>;
type Tender = { officeId: Id<"office">; title: string; deadline: Date | null };

/** Log the submission, or that the bidder stands by it after an amendment, and give the bidder a signed receipt of it; the office's chain, as it stands, is part of what is signed. */
export async function keepReceipt(
  tx: Tx,
  act: Act<Manager>,
  tender: Tender,
  bid: Submitted,
  name: "bid.submitted" | "bid.confirmed",
): Promise<Id<"receipt">> {
  const { officeId } = tender;
  const { id: bidId, tenderId, organizationId, round, version, digest } = bid;
  const event = await record(tx, act, officeId, { name, tenderId, bidId, round, version, digest });
  const attachments = await listAttachmentDigests(tx, bidId);
  const said = { bidId, tenderId, organizationId, version, digest, attachments, eventId: event.id };
  const proof = { eventDigest: event.digest, chainHead: await chainHeadOf(tx, officeId) };
  const receipt: Receipt = { ...said, ...proof, at: act.at.toISOString() };
  const signature = signReceipt(receipt, env.signingKey);
  const id = newId<"receipt">();
  await tx.insert(receipts).values({ id, round, ...said, ...proof, at: act.at, signature });
  const confirmed = name === "bid.confirmed";
  await mailReceipt(tx, act, { receiptId: id, ...bid, confirmed }, tender);
  return id;
}

/** The bidder's managers get word of it by mail, which before the deadline is as secret as the bid. */
async function mailReceipt(
  tx: Tx,
  { at }: Act,
  {
    receiptId,
    tenderId,
    organizationId,
    version,
    digest,
    confirmed,
  }: Submitted & { receiptId: Id<"receipt">; confirmed: boolean },
  { title, deadline }: Tender,
) {
  const times = { at: at.toISOString(), deadline: deadline?.toISOString() ?? null };
  const about = { tenderId, title, receiptId, version, digest, confirmed, ...times };
  const envelope = { key: receiptId, at, letter: { kind: "bid.receipt", about } as const };
  await writeToOrganization(tx, organizationId, envelope, tenderId);
}

async function chainHeadOf(tx: Tx, officeId: Id<"office">): Promise<string> {
  const [head] = await tx
    .select({ hash: chainLinks.hash })
    .from(chainLinks)
    .where(eq(chainLinks.chain, officeId))
    .orderBy(desc(chainLinks.seq))
    .limit(1);
  return head?.hash ?? GENESIS;
}

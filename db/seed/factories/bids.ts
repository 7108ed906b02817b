import { and, eq } from "drizzle-orm";
import type { Manager } from "#app/domain/act.ts";
import { type Attachment, sealAttachment } from "#app/domain/bids/attachment.ts";
import type { BidDocument } from "#app/domain/bids/bid.ts";
import { sealBid } from "#app/domain/bids/sealing.ts";
import { submitBid } from "#app/domain/bids/submit.server.ts";
import type { Id } from "#app/values/id.ts";
import { type Fen, yuan } from "#app/values/money.ts";
import { db } from "../../client.server.ts";
import { one } from "../../rows.ts";
import { criteria, tenderKeys, tenders } from "../../schema/index.ts";
import { actOf, makeManager } from "./accounts.ts";

type BidWish = {
  tenderId: Id<"tender">;
  by?: Manager;
  price?: Fen;
  document?: Partial<BidDocument>;
  attachments?: Attachment[];
};

/** A bid handed in as its bidder's browser would: sealed for an open tender, with its receipt. */
export async function makeSealedBid(wish: BidWish) {
  const by = wish.by ?? (await makeManager());
  const document = await bidDocument(wish);
  const sealed = await sealFor(by, wish.tenderId, document, wish.attachments);
  const receiptId = await submitBid(await actOf(by), sealed);
  return { by, document, receiptId, ...sealed };
}

/** What a browser would send of the document, for the deadline as it stands. */
export async function sealFor(
  by: Manager,
  tenderId: Id<"tender">,
  document: unknown,
  files: Attachment[] = [],
) {
  const { publicKey, deadlineVersion } = one(
    await db
      .select({ publicKey: tenderKeys.publicKey, deadlineVersion: tenders.deadlineVersion })
      .from(tenders)
      .innerJoin(
        tenderKeys,
        and(eq(tenderKeys.tenderId, tenders.id), eq(tenderKeys.round, tenders.round)),
      )
      .where(eq(tenders.id, tenderId)),
  );
  const context = { tenderId, organizationId: by.organizationId, deadlineVersion };
  const { ciphertext, digest } = await sealBid(publicKey, context, document);
  const sealed = files.map(
    async (file) => (await sealAttachment(publicKey, context, file)).ciphertext,
  );
  return { tenderId, deadlineVersion, ciphertext, digest, attachments: await Promise.all(sealed) };
}

/** A complete bid of ¥480,000 with an answer to each quality criterion, unless told otherwise. */
export async function bidDocument({ tenderId, price, document }: BidWish): Promise<BidDocument> {
  const lines = await db.select().from(criteria).where(eq(criteria.tenderId, tenderId));
  const quality = lines.filter(({ kind }) => kind === "quality");
  return {
    priceFen: price ?? yuan(480_000),
    plan: "每周上门两次，每次一小时，节假日不停；遇到异常当天报告社区。",
    team: "护理员六名，均持证上岗，另有社工一名、带班一名。",
    contactName: "陈立",
    contactPhone: "0571-5550-2000",
    responses: Object.fromEntries(quality.map(({ id, name }) => [id, `${name}：见实施方案。`])),
    ...document,
  };
}

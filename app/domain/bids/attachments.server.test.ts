import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { moveClock } from "#app/domain/clock.server.ts";
import { takeOpeningTurn } from "#app/domain/tenders/take-opening-turn.server.ts";
import { env } from "#app/env.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bidAttachments, bids, events, files, panelMembers, receipts } from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeSealedBid, sealFor } from "#db/seed/factories/bids.ts";
import { makeOpenTender, openerPassphrase } from "#db/seed/factories/tenders.ts";
import { asOwner } from "#db/testing/owner.ts";
import { asOrganization } from "./as-organization.server.ts";
import type { Attachment } from "./attachment.ts";
import { findAttachment, listAttachments } from "./attachment-queries.server.ts";
import { verifyReceipt } from "./receipt.server.ts";
import { digestOf } from "./sealing.ts";
import { submitBid } from "./submit.server.ts";

const text = (content: string) => new TextEncoder().encode(content);
const certificate: Attachment = {
  name: "资质证书.pdf",
  confidential: false,
  bytes: text("%PDF-1.7 证书"),
};
const costs: Attachment = { name: "成本.pdf", confidential: true, bytes: text("%PDF-1.7 成本") };

/** An open tender with a bid that has the files, and three without. */
async function tenderWith(attachments: Attachment[]) {
  const made = await makeOpenTender();
  const tenderId = made.tender.id;
  const sealed = await makeSealedBid({ tenderId, attachments });
  for (let n = 0; n < 3; n += 1) await makeSealedBid({ tenderId });
  const open = async () => {
    if (!made.tender.deadline) throw new Error("no deadline");
    await moveClock(made.tender.deadline);
    for (const opener of [made.openers.a, made.openers.b]) {
      await takeOpeningTurn(await actOf(opener), { tenderId, passphrase: openerPassphrase });
    }
  };
  return { ...made, tenderId, sealed, open };
}

const ofTender = (tenderId: Id<"tender">) => eq(bidAttachments.tenderId, tenderId);

describe("before the deadline", () => {
  test("the bidder alone sees that there are files, and her receipt names each", async () => {
    const { tenderId, sealed } = await tenderWith([certificate, costs]);
    const { by, receiptId } = sealed;
    expect(await db.$count(bidAttachments, ofTender(tenderId))).toBe(0);
    const other = await makeManager();
    const seenBy = (who: typeof by) =>
      asOrganization(who, (tx) => tx.$count(bidAttachments, ofTender(tenderId)));
    expect(await seenBy(other)).toBe(0);
    expect(await seenBy(by)).toBe(2);
    const receipt = one(
      await asOrganization(by, (tx) =>
        tx.select().from(receipts).where(eq(receipts.id, receiptId)),
      ),
    );
    expect(receipt.attachments).toEqual(await Promise.all(sealed.attachments.map(digestOf)));
    const said = { ...receipt, at: receipt.at.toISOString() };
    expect(verifyReceipt(said, receipt.signature, env.signingKey)).toBe(true);
    const without = { ...said, attachments: said.attachments.slice(1) };
    expect(verifyReceipt(without, receipt.signature, env.signingKey)).toBe(false);
  });

  test("nobody of the office gets any", async () => {
    const { tenderId, officeId, sealed } = await tenderWith([certificate]);
    const officer = await makeOfficeActor("officer", officeId);
    expect(await listAttachments(officer, tenderId)).toEqual([]);
    const [row] = await asOrganization(sealed.by, (tx) =>
      tx.select().from(bidAttachments).where(ofTender(tenderId)),
    );
    expect(row && (await findAttachment(officer, tenderId, row.id))).toBeUndefined();
  });

  test("a bid that is replaced has the files of the new one alone", async () => {
    const { tenderId, sealed } = await tenderWith([certificate, costs]);
    const again = await makeSealedBid({ tenderId, by: sealed.by, attachments: [costs] });
    const rows = await asOrganization(sealed.by, (tx) =>
      tx.select().from(bidAttachments).where(ofTender(tenderId)),
    );
    expect(rows.map(({ digest }) => digest)).toEqual(
      await Promise.all(again.attachments.map(digestOf)),
    );
  });

  test("six files, or one that is not sealed, are refused with the whole bid", async () => {
    const { tender } = await makeOpenTender();
    const by = await makeManager();
    const act = await actOf(by);
    const six = await sealFor(by, tender.id, {}, Array(6).fill(certificate));
    await expect(submitBid(act, six)).rejects.toMatchObject({ code: "file.too_many" });
    const bare = { ...six, attachments: [certificate.bytes] };
    await expect(submitBid(act, bare)).rejects.toMatchObject({ code: "bid.not_sealed" });
    expect(await asOrganization(by, (tx) => tx.$count(bids, eq(bids.tenderId, tender.id)))).toBe(0);
  });
});

describe("after the opening", () => {
  test("the office has the files as they were, and the panel alone the confidential ones", async () => {
    const { tenderId, officeId, open } = await tenderWith([certificate, costs]);
    await open();
    const officer = await makeOfficeActor("officer", officeId);
    const member = await makeOfficeActor("panel", officeId);
    await db.insert(panelMembers).values({ tenderId, userId: member.userId, capacity: "expert" });
    const seen = await listAttachments(member, tenderId);
    expect(seen).toMatchObject([
      { name: "资质证书.pdf", confidential: false, problem: null, scan: "none" },
      { name: "成本.pdf", confidential: true, problem: null },
    ]);
    const [open_, secret] = seen.map(({ id }) => id);
    if (!open_ || !secret) throw new Error("there are none");
    expect((await findAttachment(member, tenderId, secret))?.bytes).toEqual(costs.bytes);
    expect((await findAttachment(officer, tenderId, open_))?.bytes).toEqual(certificate.bytes);
    expect((await listAttachments(officer, tenderId)).map(({ id }) => id)).toEqual([open_]);
    expect(await findAttachment(officer, tenderId, secret)).toBeUndefined();
    const stranger = await makeOfficeActor("officer");
    expect(await findAttachment(stranger, tenderId, open_)).toBeUndefined();
    expect(await listAttachments(stranger, tenderId)).toEqual([]);
  });

  test("a member with a conflict has none of the confidential ones any more", async () => {
    const { tenderId, officeId, open } = await tenderWith([costs]);
    await open();
    const { userId, ...member } = await makeOfficeActor("panel", officeId);
    const seat = { tenderId, userId, capacity: "expert", conflict: true } as const;
    await db.insert(panelMembers).values(seat);
    expect(await listAttachments({ userId, ...member }, tenderId)).toEqual([]);
  });

  test.each([
    ["changed", "ciphertext = set_bit(ciphertext, 4001, 1 - get_bit(ciphertext, 4001))"],
    ["missing", "position = 5"],
  ])(
    "one that is %s is recorded as that, and the bid counts without it",
    async (problem, change) => {
      const { tenderId, officeId, sealed, open } = await tenderWith([certificate]);
      const { organizationId } = sealed.by;
      await asOwner(`update bid_attachments set ${change}
      where tender_id = '${tenderId}' and organization_id = '${organizationId}'`);
      await open();
      const [digest] = await Promise.all(sealed.attachments.map(digestOf));
      const told = await db
        .select()
        .from(events)
        .where(eq(events.name, "bid.attachment_unopenable"));
      expect(
        told.map(({ detail }) => detail).filter((detail) => detail.tenderId === tenderId),
      ).toEqual([expect.objectContaining({ digest, problem })]);
      expect(await db.$count(bids, eq(bids.tenderId, tenderId))).toBe(4);
      const officer = await makeOfficeActor("officer", officeId);
      expect((await listAttachments(officer, tenderId)).every(({ name }) => name === null)).toBe(
        true,
      );
      const states = await db
        .select({ state: bids.state })
        .from(bids)
        .where(eq(bids.tenderId, tenderId));
      expect(states.every(({ state }) => state === "opened")).toBe(true);
    },
  );

  test("a page with a script that calls itself a PDF is not kept", async () => {
    const page = {
      name: "方案.pdf",
      confidential: false,
      bytes: text("<script>alert(1)</script>"),
    };
    const { tenderId, officeId, open } = await tenderWith([page]);
    const before = await db.$count(files);
    await open();
    expect(await db.$count(files)).toBe(before);
    const officer = await makeOfficeActor("officer", officeId);
    expect(await listAttachments(officer, tenderId)).toMatchObject([{ problem: "not_accepted" }]);
  });
});

import { expect, test } from "vitest";
import { confirmBid } from "#app/domain/bids/confirm.server.ts";
import { withdrawBid } from "#app/domain/bids/withdraw.server.ts";
import { findTenderLife } from "#app/domain/tenders/life.server.ts";
import { findOfficeTender } from "#app/domain/tenders/office-queries.server.ts";
import { publishTender } from "#app/domain/tenders/publish.server.ts";
import type { Id } from "#app/values/id.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { amendTender } from "#db/seed/factories/tender-amendments.ts";
import { makeTenderInReview } from "#db/seed/factories/tenders.ts";
import { withOwner } from "#db/testing/owner.ts";
import { loader as releases } from "../open/process-releases.ts";
import { loader as noticeDocument } from "./notice-document.tsx";
import { loader as receipts } from "./receipts.tsx";
import { loader as tenderPage } from "./tender.tsx";

/** All that the public and the office can be shown of a tender, as one text. */
async function shown({ tender, officer }: Awaited<ReturnType<typeof makeTenderInReview>>) {
  const args = {
    request: new Request(`http://localhost/tenders/${tender.id}`),
    params: { tenderId: tender.id, ocid: tender.id },
    context: { nonce: "", requestId: "", clientAddress: "" },
  };
  const pages = [];
  for (const loader of [tenderPage, noticeDocument, receipts]) pages.push(await loader(args));
  const reader = { userId: officer.userId, roles: ["officer", "approver"] as const };
  return JSON.stringify([
    ...pages,
    await (await releases(args)).text(),
    await findOfficeTender(officer, tender.id),
    await findTenderLife(officer, tender.id, reader),
  ]);
}

/** As if nobody had ever bid. */
const forgetBids = (tenderId: Id<"tender">) =>
  withOwner((owner) =>
    owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      const gone = await sql`delete from receipts where tender_id = ${tenderId}`;
      await sql`delete from bids where tender_id = ${tenderId}`;
      return gone.count;
    }),
  );

test("through an amendment every page is the same to the byte with five bids as with none", async () => {
  const open = await makeTenderInReview();
  await publishTender(await actOf(open.approver), open.tender.id);
  const tenderId = open.tender.id;
  const withNone = await shown(open);
  const bidders = [];
  for (let made = 0; made < 5; made += 1) bidders.push((await makeSealedBid({ tenderId })).by);
  expect(await shown(open)).toBe(withNone);

  await amendTender(open);
  const waiting = await shown(open);
  expect(waiting).not.toBe(withNone);
  for (const [index, by] of bidders.entries()) {
    const act = await actOf(by);
    if (index < 2) await confirmBid(act, { tenderId, deadlineVersion: 2 });
    if (index === 2) await withdrawBid(act, tenderId);
  }
  expect(await shown(open)).toBe(waiting);
  expect(await forgetBids(tenderId)).toBe(7);
  expect(await shown(open)).toBe(waiting);
});

import { sql } from "drizzle-orm";
import postgres from "postgres";
import { isSealedAttachment } from "#app/domain/bids/attachment.ts";
import { paths } from "#app/paths.ts";
import { addTo, days } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { makeOffice } from "#db/seed/factories/accounts.ts";
import { expect, test } from "./fixtures.ts";
import { fillBid, sealAndSend } from "./main-job/bidding.ts";
import { zh } from "./main-job/world.ts";
import { publishedTender } from "./who-sees-what/purchase.ts";

const { attachments: words, form, receipt } = zh.bids;
const file = (name: string, content: string, mimeType = "application/pdf") => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});

test("a bidder attaches files in her browser, sealed before they leave it", async ({
  enter,
  inspect,
}) => {
  test.setTimeout(300_000);
  const [clock] = await db.execute<{ now: string }>(sql`select clock_now() as now`);
  const publishedAt = new Date(clock?.now ?? "");
  const { id: officeId } = await makeOffice();
  const moments = { publishedAt, deadline: addTo(publishedAt, days(500)) };
  const { tender } = await publishedTender("夜间助浴", { officeId, number: 7, ...moments });
  const manager = await enter("yangguang");
  await manager.goto(paths.organization.bid(tender.id));
  await fillBid(manager, "480000");
  const picker = manager.getByLabel(words.pick);
  await picker.setInputFiles([file("方案.docx", "PK", "application/octet-stream")]);
  await expect(manager.getByText(words.wrong.type("方案.docx"))).toBeVisible();
  await picker.setInputFiles([
    file("资质.pdf", "%PDF-1.7 公开的"),
    file("成本.pdf", "%PDF-1.7 机密的"),
  ]);
  await manager.getByLabel(words.confidentialOf("成本.pdf")).check();
  await expect(manager.getByText(words.wrong.type("方案.docx"))).toHaveCount(0);
  await inspect(manager);
  await manager.getByRole("button", { name: form.next }).click();
  await expect(manager.getByText(words.confidential)).toBeVisible();
  const sent = await sealAndSend(manager);
  expect(sent).toContain("ciphertext");
  for (const secret of ["公开的", "机密的", "资质", "成本", "480000", "每周上门"]) {
    expect(sent).not.toContain(secret);
  }
  expect(sent.match(/\["attachments","\d",\d+\]/g)).toHaveLength(2);
  await expectOnlySealed(tender.id);
  await expect(manager.getByText(receipt.confirmed)).toBeVisible();
  const term = manager.getByText(receipt.attachments, { exact: true });
  await expect(term.locator("xpath=..").locator("code")).toHaveCount(2);
  await inspect(manager);
});

/** What the database has of the files is nobody's to read, and no longer or shorter for what is in it. */
async function expectOnlySealed(tenderId: string) {
  const owner = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1 });
  const rows = await owner<{ ciphertext: Uint8Array }[]>`
    select ciphertext from bid_attachments where tender_id = ${tenderId}`;
  await owner.end();
  expect(rows.map(({ ciphertext }) => isSealedAttachment(ciphertext))).toEqual([true, true]);
  for (const { ciphertext } of rows) expect(Buffer.from(ciphertext).includes("%PDF")).toBe(false);
}

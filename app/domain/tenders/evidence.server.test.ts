import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Officer } from "#app/domain/act.ts";
import { checkUpload } from "#app/domain/files/upload.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { events, tenderEvidence } from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeDraftTender } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { addEvidence, removeEvidence } from "./evidence.server.ts";
import { MOST_EVIDENCE } from "./evidence.ts";
import {
  listOwnEvidence,
  listPublishedEvidence,
  readOwnEvidence,
  readPublishedEvidence,
} from "./evidence-queries.server.ts";
import { findProblems } from "./office-queries.server.ts";
import { publishTender } from "./publish.server.ts";
import { submitTender } from "./submit.server.ts";

const bytes = new TextEncoder().encode("%PDF-1.7\n独家经营许可");

async function makeDirectDraft() {
  const { organizationId } = await makeManager();
  return await makeDraftTender({
    ceiling: yuan(40_000),
    criteria: [{ kind: "price", name: "报价", weight: 100 }],
    tender: {
      method: "direct",
      invitedOrganizationId: organizationId,
      directGround: "only_supplier",
      directReason: "全市只有这一家有许可。",
    },
  });
}

const add = async (by: Officer, tenderId: Id<"tender">, name = "许可.pdf") =>
  addEvidence(await actOf(by), {
    tenderId,
    title: "独家经营许可",
    upload: { ...checkUpload(name, bytes), scan: "none" },
  });

test("a direct purchase is not reviewed without evidence", async () => {
  const { officer, tender } = await makeDirectDraft();
  const found = await findProblems(officer, tender.id);
  expect(found?.problems).toEqual(["evidence_missing"]);
  const submit = async () => submitTender(await actOf(officer), tender.id);
  await expect(submit()).rejects.toMatchObject({ code: "tender.not_ready" });
  await add(officer, tender.id);
  await submit();
});

test("evidence is for the office alone until it is published, then for everybody", async () => {
  const { officer, approver, tender } = await makeDirectDraft();
  const evidenceId = await add(officer, tender.id);
  const of = { tenderId: tender.id, evidenceId };
  const stranger = await makeOfficeActor("officer");
  expect(await readOwnEvidence(officer, of)).toMatchObject({ name: "许可.pdf", bytes });
  expect(await readOwnEvidence(stranger, of)).toBeUndefined();
  expect(await listOwnEvidence(stranger, tender.id)).toEqual([]);
  expect(await readPublishedEvidence(of)).toBeUndefined();
  expect(await listPublishedEvidence(tender.id)).toEqual([]);

  await submitTender(await actOf(officer), tender.id);
  await publishTender(await actOf(approver), tender.id);
  expect(await readPublishedEvidence(of)).toMatchObject({ bytes });
  expect(await listPublishedEvidence(tender.id)).toMatchObject([{ title: "独家经营许可" }]);
});

test("evidence is taken back from a draft, not from what is under review", async () => {
  const { officer, tender } = await makeDirectDraft();
  const first = await add(officer, tender.id);
  await add(officer, tender.id);
  const remove = async (by: Officer) =>
    removeEvidence(await actOf(by), { tenderId: tender.id, evidenceId: first });
  const stranger = await makeOfficeActor("officer");
  await expect(remove(stranger)).rejects.toMatchObject({ code: "not_found" });
  await remove(officer);
  await expect(remove(officer)).rejects.toMatchObject({ code: "not_found" });
  await submitTender(await actOf(officer), tender.id);
  await expect(add(officer, tender.id)).rejects.toMatchObject({ code: "lifecycle.not_now" });
  const change = db.delete(tenderEvidence).where(eq(tenderEvidence.tenderId, tender.id));
  await expect(change).rejects.toThrow();
  const told = await db.select().from(events).where(eq(events.byUserId, officer.userId));
  expect(told.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["tender.evidence_added", "tender.evidence_removed"]),
  );
});

test("no method that asks everybody takes evidence", async () => {
  const { officer, tender } = await makeDraftTender();
  await expect(add(officer, tender.id)).rejects.toMatchObject({ code: "evidence.not_asked" });
});

test("at most ten files are taken, also of two who send the last at once", async () => {
  const { officer, tender } = await makeDirectDraft();
  for (let there = 1; there < MOST_EVIDENCE; there += 1) await add(officer, tender.id);
  const { done, refused } = await atOnce(3, () => add(officer, tender.id));
  expect([done.length, refused.length]).toEqual([1, 2]);
  expect(refused).toEqual(Array(2).fill(expect.objectContaining({ code: "evidence.too_many" })));
});

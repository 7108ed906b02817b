import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Manager } from "#app/domain/act.ts";
import { moveClock, readClock } from "#app/domain/clock.server.ts";
import { setMailAddress } from "#app/domain/mail/set-address.server.ts";
import { newId } from "#app/values/id.ts";
import { addDays, addTo, dayOf, days } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { events, organizationDocuments, organizations, outbox } from "#db/schema/index.ts";
import { actOf, makeManager, makeOperator, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makeAcceptedDocument, makeDocument, makeUpload } from "#db/seed/factories/documents.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { addDocument } from "./add-document.server.ts";
import { acceptDocument, rejectDocument } from "./check-document.server.ts";
import { countedGrade, MOST_DOCUMENTS } from "./document.ts";
import { listDocumentsToCheck, listOwnDocuments } from "./document-queries.server.ts";
import { findOrganizationHome } from "./duties.server.ts";
import { findOrganization, listOrganizations } from "./queries.server.ts";
import { openDocument, readOwnDocument } from "./read-document.server.ts";
import { remindOfDocuments } from "./remind.server.ts";
import { removeDocument } from "./remove-document.server.ts";
import { verifyOrganization } from "./verify.server.ts";

const today = async () => dayOf((await readClock()).now);
const inDays = async (count: number) => addDays(await today(), count);

async function makeUnverified() {
  const organization = await makeOrganization({ verifiedAt: null });
  return await makeManager(organization.id);
}

describe("a document", () => {
  test("is read by its own organization and by the operator, and by nobody else", async () => {
    const manager = await makeManager();
    const { documentId, organizationId } = await makeDocument(manager);
    const other = await makeManager();
    expect((await readOwnDocument(manager, documentId))?.type).toBe("application/pdf");
    expect(await readOwnDocument(other, documentId)).toBeUndefined();
    expect(await listOwnDocuments(other)).toEqual([]);
    const operator = await actOf(await makeOperator());
    expect((await openDocument(operator, { organizationId, documentId }))?.name).toBe("证书.pdf");
    const elsewhere = { organizationId: other.organizationId, documentId };
    expect(await openDocument(operator, elsewhere)).toBeUndefined();
  });

  test("is nowhere on the public page", async () => {
    const manager = await makeManager();
    await makeAcceptedDocument(manager, await makeOperator(), {
      upload: makeUpload("法人身份证.pdf"),
    });
    const page = JSON.stringify([
      await findOrganization(manager.organizationId),
      await listOrganizations({}),
    ]);
    expect(page).not.toContain("法人身份证");
    expect(page).not.toContain("fileId");
  });

  test("that the operator opens leaves that on record, each time", async () => {
    const document = await makeDocument(await makeManager());
    const operator = await makeOperator();
    await openDocument(await actOf(operator), document);
    await openDocument(await actOf(operator), document);
    const log = await db.select().from(events).where(eq(events.byUserId, operator.userId));
    expect(log.map(({ name }) => name)).toEqual([
      "organization.document_opened",
      "organization.document_opened",
    ]);
  });

  test("is not accepted by somebody who has not opened it", async () => {
    const document = await makeDocument(await makeManager());
    const act = await actOf(await makeOperator());
    await expect(acceptDocument(act, document)).rejects.toThrow("document.unread");
    await openDocument(act, document);
    await acceptDocument(act, document);
    await expect(acceptDocument(act, document)).rejects.toThrow("lifecycle.not_now");
  });

  test("is decided once, whoever of two operators is faster", async () => {
    const document = await makeDocument(await makeManager());
    const act = await actOf(await makeOperator());
    await openDocument(act, document);
    const { done, refused } = await atOnce(2, (index) =>
      index === 0 ? acceptDocument(act, document) : rejectDocument(act, document, "名称对不上"),
    );
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject([{ code: "lifecycle.not_now" }]);
  });

  test("that has expired is neither added nor, by then, accepted", async () => {
    const manager = await makeManager();
    const yesterday = await inDays(-1);
    const late = makeDocument(manager, { expiresOn: yesterday });
    await expect(late).rejects.toThrow("document.expired");
    const document = await makeDocument(manager, { expiresOn: await today() });
    const operator = await makeOperator();
    await openDocument(await actOf(operator), document);
    await moveClock(addTo((await readClock()).now, days(1)));
    await expect(acceptDocument(await actOf(operator), document)).rejects.toThrow(
      "document.expired",
    );
  });

  test("is taken back while it is not accepted, by its own organization alone", async () => {
    const manager = await makeManager();
    const { documentId } = await makeDocument(manager);
    const other = await actOf(await makeManager());
    await expect(removeDocument(other, documentId)).rejects.toThrow("not_found");
    await removeDocument(await actOf(manager), documentId);
    expect(await listOwnDocuments(manager)).toEqual([]);
    const accepted = await makeAcceptedDocument(manager, await makeOperator());
    await expect(removeDocument(await actOf(manager), accepted.documentId)).rejects.toThrow(
      "lifecycle.not_now",
    );
  });

  test("beyond the twentieth is refused, also when several are sent at once", async () => {
    const manager = await makeManager();
    for (let index = 1; index < MOST_DOCUMENTS; index += 1) await makeDocument(manager);
    const act = await actOf(manager);
    const draft = { kind: "other", grade: null, expiresOn: null, upload: makeUpload() } as const;
    const { done, refused } = await atOnce(4, () => addDocument(act, draft));
    expect(done).toHaveLength(1);
    expect(refused.map((reason) => String(reason))).toEqual(
      Array.from({ length: 3 }, () => "Refusal: document.too_many"),
    );
  });

  test("that was rejected says why, by mail too, and waits for a better one", async () => {
    const manager = await makeManager();
    const operator = await makeOperator();
    const document = await makeDocument(manager);
    await rejectDocument(await actOf(operator), document, "照片看不清，请重新扫描。");
    const { documents } = await findOrganizationHome(await actOf(manager));
    expect(documents.wrong).toMatchObject([{ kind: "registration", state: "rejected" }]);
    await makeDocument(manager);
    expect((await findOrganizationHome(await actOf(manager))).documents.wrong).toEqual([]);
    expect((await listDocumentsToCheck(operator)).map((row) => row.organizationId)).toContain(
      manager.organizationId,
    );
  });
});

describe("verification", () => {
  test("needs a certificate of registration, and that its documents were opened", async () => {
    const manager = await makeUnverified();
    const { organizationId } = manager;
    const act = await actOf(await makeOperator());
    const none = verifyOrganization(act, { organizationId, documents: [] });
    await expect(none).rejects.toThrow("organization.no_certificate");
    const document = await makeDocument(manager);
    const documents = [document.documentId];
    const unread = verifyOrganization(act, { organizationId, documents });
    await expect(unread).rejects.toThrow("document.unread");
    await openDocument(act, document);
    await verifyOrganization(act, { organizationId, documents });
    expect(await listOwnDocuments(manager)).toMatchObject([{ state: "accepted" }]);
  });

  test("is refused when a document came after the operator looked", async () => {
    const manager = await makeUnverified();
    const { organizationId } = manager;
    const act = await actOf(await makeOperator());
    const document = await makeDocument(manager);
    await openDocument(act, document);
    await makeDocument(manager, { kind: "articles" });
    const seen = { organizationId, documents: [document.documentId] };
    await expect(verifyOrganization(act, seen)).rejects.toThrow("organization.documents_changed");
    const [row] = await db.select().from(organizations).where(eq(organizations.id, organizationId));
    expect(row?.verifiedAt).toBeNull();
    expect(await listOwnDocuments(manager)).toMatchObject([
      { state: "waiting" },
      { state: "waiting" },
    ]);
  });
});

describe("a grade", () => {
  const graded = async (manager: Manager, grade: 3 | 4 | 5, valid: number) =>
    makeAcceptedDocument(manager, await makeOperator(), {
      kind: "grade",
      grade,
      expiresOn: await inDays(valid),
    });

  test("is public once the operator has accepted it", async () => {
    const manager = await makeManager();
    await makeDocument(manager, { kind: "grade", grade: 4, expiresOn: await inDays(100) });
    expect((await findOrganization(manager.organizationId))?.grade).toBeNull();
    await graded(manager, 4, 100);
    const found = await findOrganization(manager.organizationId);
    expect(found?.grade).toEqual({ grade: 4, expiresOn: await inDays(100) });
  });

  test("accepted last counts, also when it is lower", async () => {
    const manager = await makeManager();
    await graded(manager, 5, 500);
    await moveClock(addTo((await readClock()).now, 1_000));
    await graded(manager, 3, 300);
    expect((await findOrganization(manager.organizationId))?.grade?.grade).toBe(3);
  });

  test("counts on its last day and no longer the day after", async () => {
    const word = newId().slice(-8);
    const organization = await makeOrganization({ name: `有等级的机构${word}` });
    const manager = await makeManager(organization.id);
    await graded(manager, 4, 10);
    const last = await inDays(10);
    const listed = async (atLeast: 3 | 4 | 5, on: typeof last) =>
      (await listOrganizations({ words: word, graded: { atLeast, on } })).rows.length;
    expect(await listed(4, last)).toBe(1);
    expect(await listed(3, last)).toBe(1);
    expect(await listed(5, last)).toBe(0);
    expect(await listed(4, addDays(last, 1))).toBe(0);
    const given = (await findOrganization(organization.id))?.grade ?? null;
    expect(countedGrade(given, last)).toBe(4);
    expect(countedGrade(given, addDays(last, 1))).toBeNull();
  });

  test("is told by mail once, a month before it expires", async () => {
    const manager = await makeManager();
    await setMailAddress(manager.userId, { email: `${newId()}@example.cn`, mailLanguage: "zh" });
    await graded(manager, 4, 31);
    const told = () =>
      db.$count(
        outbox,
        and(eq(outbox.toUserId, manager.userId), eq(outbox.kind, "document.expiring")),
      );
    await remindOfDocuments();
    expect(await told()).toBe(0);
    await moveClock(addTo((await readClock()).now, days(1)));
    await atOnce(2, () => remindOfDocuments());
    expect(await remindOfDocuments()).toBe(0);
    expect(await told()).toBe(1);
  });
});

test("the database keeps no grade without its last day, and nothing accepted that nobody opened", async () => {
  const { documentId } = await makeDocument(await makeManager());
  const change = (set: object) =>
    db.update(organizationDocuments).set(set).where(eq(organizationDocuments.id, documentId));
  await expect(change({ kind: "grade", grade: 4 })).rejects.toThrow();
  await expect(change({ grade: 4, expiresOn: "2030-01-01" })).rejects.toThrow();
  await expect(change({ state: "accepted", checkedAt: sql`now()` })).rejects.toThrow();
});

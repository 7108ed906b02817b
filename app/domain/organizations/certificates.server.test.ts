import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { moveClock, readClock } from "#app/domain/clock.server.ts";
import { setMailAddress } from "#app/domain/mail/set-address.server.ts";
import { newId } from "#app/values/id.ts";
import { addDays, addTo, dayOf, days } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { events, outbox, workerCertificates } from "#db/schema/index.ts";
import { actOf, makeManager, makeOperator, makeWorker } from "#db/seed/factories/accounts.ts";
import { makeUpload } from "#db/seed/factories/documents.ts";
import { makeOffer, makeRosteredWorker } from "#db/seed/factories/services.ts";
import { atOnce } from "#db/testing/at-once.ts";
import {
  addCertificate,
  type CertificateDraft,
  removeCertificate,
} from "./add-certificate.server.ts";
import { MOST_CERTIFICATES } from "./certificate.ts";
import {
  countStaff,
  listOwnStaff,
  listStaffToRead,
  openCertificate,
  readOwnCertificate,
} from "./certificate-queries.server.ts";
import { findOrganization } from "./queries.server.ts";
import { remindOfCertificates } from "./remind.server.ts";

const now = async () => (await readClock()).now;
const today = async () => dayOf(await now());

async function makeStaff() {
  const { workerId, organizationId } = await makeRosteredWorker((await makeOffer()).id);
  const manager = await makeManager(organizationId);
  const add = async (draft: Partial<CertificateDraft> = {}) =>
    addCertificate(await actOf(manager), {
      workerId,
      kind: "health",
      number: "330106194403081234",
      expiresOn: null,
      upload: makeUpload("健康证.pdf"),
      ...draft,
    });
  return { workerId, organizationId, manager, add };
}

test("a certificate is read by its organization and the operator, whose reading is on record", async () => {
  const { manager, organizationId, add } = await makeStaff();
  const certificateId = await add();
  expect((await readOwnCertificate(manager, certificateId))?.name).toBe("健康证.pdf");
  const other = await makeManager();
  expect(await readOwnCertificate(other, certificateId)).toBeUndefined();
  expect(await listOwnStaff(other, await today())).toEqual([]);
  const operator = await makeOperator();
  const act = await actOf(operator);
  expect(await openCertificate(act, other.organizationId, certificateId)).toBeUndefined();
  expect((await openCertificate(act, organizationId, certificateId))?.name).toBe("健康证.pdf");
  const [person] = await listStaffToRead(operator, organizationId, await today());
  expect(person?.certificates).toMatchObject([{ number: "330106194403081234" }]);
  const log = await db.select().from(events).where(eq(events.byUserId, operator.userId));
  expect(log.map(({ name }) => name)).toEqual(["worker.certificate_opened"]);
});

test("its number is sealed in the database and stands in no event", async () => {
  const { manager, add } = await makeStaff();
  const id = await add();
  const [row] = await db.select().from(workerCertificates).where(eq(workerCertificates.id, id));
  expect(Buffer.from(row?.numberSealed ?? []).toString("utf8")).not.toContain("3301061944");
  const log = await db.select().from(events).where(eq(events.byUserId, manager.userId));
  expect(JSON.stringify(log)).not.toContain("3301061944");
});

test("the public learns how many hold a valid one of each kind, and nothing else", async () => {
  const { organizationId, add } = await makeStaff();
  await add();
  await add();
  await add({ kind: "care", expiresOn: addDays(await today(), -1) });
  expect(await countStaff(organizationId, await today())).toEqual({
    people: 1,
    kinds: [{ kind: "health", people: 1 }],
  });
  expect(JSON.stringify(await findOrganization(organizationId))).not.toContain("3301061944");
});

test("whoever delivers care without its certificates is warned about until she has them", async () => {
  const { manager, add } = await makeStaff();
  const warnings = async () => (await listOwnStaff(manager, await today()))[0]?.warnings;
  expect(await warnings()).toEqual([
    { kind: "care", problem: "missing" },
    { kind: "health", problem: "missing" },
  ]);
  await add({ expiresOn: addDays(await today(), -1) });
  await add({ kind: "care" });
  expect(await warnings()).toEqual([{ kind: "health", problem: "expired" }]);
  await add({ expiresOn: addDays(await today(), 100) });
  expect(await warnings()).toEqual([]);
});

test("it is added and removed by the worker's own organization alone", async () => {
  const { workerId, manager, add } = await makeStaff();
  const certificateId = await add();
  const other = await actOf(await makeManager());
  await expect(removeCertificate(other, { workerId, certificateId })).rejects.toThrow("not_found");
  const elsewhere = await makeWorker();
  await expect(add({ workerId: elsewhere.workerId })).rejects.toThrow("not_found");
  const act = await actOf(manager);
  await removeCertificate(act, { workerId, certificateId });
  await expect(removeCertificate(act, { workerId, certificateId })).rejects.toThrow("not_found");
  expect((await listOwnStaff(manager, await today()))[0]?.certificates).toEqual([]);
  expect(await readOwnCertificate(manager, certificateId)).toBeUndefined();
});

test("the thirteenth is refused, also when several are sent at once", async () => {
  const { add } = await makeStaff();
  for (let index = 1; index < MOST_CERTIFICATES; index += 1) await add({ upload: null });
  const { done, refused } = await atOnce(3, () => add({ upload: null }));
  expect(done).toHaveLength(1);
  expect(refused).toMatchObject([
    { code: "certificate.too_many" },
    { code: "certificate.too_many" },
  ]);
});

test("its expiry is told by mail once, a month before", async () => {
  const { manager, add } = await makeStaff();
  await setMailAddress(manager.userId, { email: `${newId()}@example.cn`, mailLanguage: "zh" });
  await add({ expiresOn: addDays(await today(), 31) });
  const own = and(eq(outbox.toUserId, manager.userId), eq(outbox.kind, "certificate.expiring"));
  await remindOfCertificates();
  expect(await db.$count(outbox, own)).toBe(0);
  await moveClock(addTo(await now(), days(1)));
  await atOnce(2, () => remindOfCertificates());
  expect(await remindOfCertificates()).toBe(0);
  expect(await db.$count(outbox, own)).toBe(1);
});

import { eq } from "drizzle-orm";
import { DEMO_PASSWORD } from "#app/domain/accounts/demo-password.ts";
import type { Manager, Operator } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { addCertificate } from "#app/domain/organizations/add-certificate.server.ts";
import { withCheckCharacter } from "#app/domain/organizations/credit-code.ts";
import { openDocument } from "#app/domain/organizations/read-document.server.ts";
import { registerOrganization } from "#app/domain/organizations/register.server.ts";
import { suspendOrganization } from "#app/domain/organizations/suspend.server.ts";
import { verifyOrganization } from "#app/domain/organizations/verify.server.ts";
import type { Id } from "#app/values/id.ts";
import { addDays, dayOf } from "#app/values/time.ts";
import { db } from "../../client.server.ts";
import { users, workers } from "../../schema/index.ts";
import { makeAcceptedDocument, makeDocument, makeUpload } from "../factories/documents.ts";
import { makeSecondFactor } from "../factories/second-factors.ts";

type Settled = { id: Id<"organization">; manager: Id<"user"> };

const registration = { upload: makeUpload("法人登记证书.pdf") };

/**
 * Every organization has its registration; the first a grade that expires soon after the demo's today, which comes so
 * many days from now; the second one that has expired by then.
 */
export async function showDocuments(settled: Settled[], operator: Id<"user">, daysAhead: number) {
  const checker: Operator = { role: "operator", userId: operator };
  const today = addDays(dayOf(await databaseNow()), daysAhead);
  const grades = [
    { grade: 4, expiresOn: addDays(today, 20) },
    { grade: 3, expiresOn: addDays(today, -10) },
  ] as const;
  for (const [index, { id: organizationId, manager: userId }] of settled.entries()) {
    const by: Manager = { role: "manager", userId, organizationId };
    await makeAcceptedDocument(by, checker, registration);
    const grade = grades[index];
    const upload = makeUpload("评估等级证书.pdf");
    if (grade) await makeAcceptedDocument(by, checker, { kind: "grade", ...grade, upload });
  }
}

const registered = { kind: "registered", officeId: null } as const;

/** An organization that registered just now, with its certificate, and waits for the operator. */
export async function registerNewcomer() {
  const by = await registerOrganization(
    {
      ...registered,
      name: "晚晴居家养老服务中心",
      creditCode: withCheckCharacter("52330199MJ4567890"),
      introduction: "由社区护士和护理员发起，专做失能老人的上门护理。",
      contactName: "顾晚晴",
      contactPhone: "0571-5550-3000",
    },
    { name: "顾晚晴", account: "wanqing", password: DEMO_PASSWORD },
  );
  await makeDocument(by, registration);
}

/** An organization that the operator verified, and then suspended. */
export async function settleSuspended(operator: Id<"user">) {
  const manager = await registerOrganization(
    {
      ...registered,
      name: "安心家政服务社",
      creditCode: withCheckCharacter("52330199MJ5678901"),
      introduction: "提供居家保洁和陪护。",
      contactName: "罗平",
      contactPhone: "0571-5550-4000",
    },
    { name: "罗平", account: "anxin", password: DEMO_PASSWORD },
  );
  const act = { by: { role: "operator", userId: operator } as const, at: await databaseNow() };
  const document = await makeDocument(manager, registration);
  const { organizationId, documentId } = document;
  await openDocument(act, document);
  await verifyOrganization(act, { organizationId, documents: [documentId] });
  const reason = "两名陪护人员的健康证为伪造，经街道向发证机关核实。";
  await suspendOrganization(act, { organizationId, reason, pausesServices: true });
}

/** Neighbours of the street who registered as a team and whom the operator verified. */
export async function settleTeam(operator: Id<"user">, officeId: Id<"office">): Promise<Manager> {
  const manager = await registerOrganization(
    {
      kind: "team",
      creditCode: null,
      officeId,
      name: "锦绣护楼队",
      introduction: "锦绣社区六位退休街坊，轮流打扫楼道、查看门灯，已经义务做了两年。",
      contactName: "何秀兰",
      contactPhone: "0571-5550-6000",
    },
    { name: "何秀兰", account: "xiulan", password: DEMO_PASSWORD },
  );
  const { organizationId, userId } = manager;
  const known = { demo: true, email: "xiulan@example.cn" };
  await db.update(users).set(known).where(eq(users.id, userId));
  await makeSecondFactor(userId);
  const act = { by: { role: "operator", userId: operator } as const, at: await databaseNow() };
  const document = await makeDocument(manager, {
    kind: "roll",
    upload: makeUpload("成员名单.pdf"),
  });
  await openDocument(act, document);
  await verifyOrganization(act, { organizationId, documents: [document.documentId] });
  return manager;
}

/** Whoever delivers holds what her work asks for; the first one's health certificate runs out in three weeks. */
export async function certifyWorkers(settled: Settled[]) {
  const at = await databaseNow();
  const today = dayOf(at);
  for (const { id: organizationId, manager: userId } of settled) {
    const act = { by: { role: "manager", userId, organizationId } as const, at };
    const own = await db.select().from(workers).where(eq(workers.organizationId, organizationId));
    for (const [index, { id: workerId }] of own.entries()) {
      const health = {
        expiresOn: addDays(today, index === 0 ? 21 : 300),
        number: `JK-${index + 101}`,
      };
      const care = { expiresOn: null, number: `YL-${index + 2001}` };
      await addCertificate(act, { workerId, kind: "care", ...care, upload: null });
      const upload = makeUpload("健康证.pdf");
      await addCertificate(act, { workerId, kind: "health", ...health, upload });
    }
  }
}

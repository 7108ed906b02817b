import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { checkSignIn } from "#app/domain/accounts/sign-in.server.ts";
import type { Manager, Operator } from "#app/domain/act.ts";
import { newId } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { events, organizations, users } from "#db/schema/index.ts";
import { actOf, makeOperator, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makeDocument } from "#db/seed/factories/documents.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { correctOrganization } from "./correct.server.ts";
import { withCheckCharacter } from "./credit-code.ts";
import {
  findOrganization,
  findOwnOrganization,
  listOrganizations,
  listOrganizationsToCheck,
} from "./queries.server.ts";
import { openDocument } from "./read-document.server.ts";
import { registerOrganization } from "./register.server.ts";
import { rejectOrganization } from "./reject.server.ts";
import { verifyOrganization } from "./verify.server.ts";

let serial = 0;
function details(values: { name?: string; creditCode?: string } = {}) {
  serial += 1;
  return {
    kind: "registered" as const,
    officeId: null,
    name: "晚晴居家养老服务中心",
    creditCode: withCheckCharacter(`52330106${String(serial).padStart(9, "0")}`),
    introduction: "",
    contactName: "顾晚晴",
    contactPhone: "0571-5550-3000",
    ...values,
  };
}
const person = (account = `wanqing-${newId()}`) => ({
  name: "顾晚晴",
  account,
  password: "一句只有我知道的话",
});

/** The organization has shown its certificate, and the operator has opened it. */
async function openedBy(operator: Operator, manager: Manager) {
  const document = await makeDocument(manager);
  await openDocument(await actOf(operator), document);
  return { organizationId: manager.organizationId, documents: [document.documentId] };
}

describe("a registration", () => {
  test("makes an organization that waits for the operator, and a manager who can sign in", async () => {
    const manager = person();
    const by = await registerOrganization(details(), manager);
    expect(await findOwnOrganization(by)).toMatchObject({
      standing: "waiting",
      contactName: "顾晚晴",
    });
    const signedIn = await checkSignIn({ ...manager, address: "192.0.2.1" });
    expect(signedIn).toEqual({ userId: by.userId, staff: true });
    const [user] = await db.select().from(users).where(eq(users.id, by.userId));
    expect(user?.passwordHash).toMatch(/^\$argon2id\$/);
  });

  test("is not public before it is verified", async () => {
    const { organizationId } = await registerOrganization(details(), person());
    expect(await findOrganization(organizationId)).toBeUndefined();
  });

  test("of a code that is registered already is refused, and leaves no account behind", async () => {
    const { creditCode } = await makeOrganization();
    const manager = person();
    const again = registerOrganization(details({ creditCode: creditCode ?? "" }), manager);
    await expect(again).rejects.toMatchObject({ code: "organization.code_taken" });
    expect(await db.$count(users, eq(users.account, manager.account))).toBe(0);
  });

  test("under an account name that is taken is refused, and leaves no organization behind", async () => {
    const manager = person();
    await registerOrganization(details(), manager);
    const second = details();
    const again = registerOrganization(second, manager);
    await expect(again).rejects.toMatchObject({ code: "account.taken" });
    const left = await db.$count(organizations, eq(organizations.creditCode, second.creditCode));
    expect(left).toBe(0);
  });

  test("sent twice at once makes one organization", async () => {
    const same = details();
    const { done, refused } = await atOnce(2, () => registerOrganization(same, person()));
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject([{ code: "organization.code_taken" }]);
  });
});

describe("the operator", () => {
  test("sees who waits, and verifies: then everybody sees the organization", async () => {
    const operator = await makeOperator();
    const name = `晚晴服务中心${newId().slice(-6)}`;
    const manager = await registerOrganization(details({ name }), person());
    const { organizationId } = manager;
    expect((await listOrganizationsToCheck(operator)).map(({ id }) => id)).toContain(
      organizationId,
    );
    await verifyOrganization(await actOf(operator), await openedBy(operator, manager));
    expect(await findOrganization(organizationId)).toMatchObject({ name, contracts: [] });
    const { rows } = await listOrganizations({ words: name.slice(2, 8) });
    expect(rows.map((row) => row.name)).toContain(name);
    const log = await db.select().from(events).where(eq(events.byUserId, operator.userId));
    expect(log).toContainEqual(
      expect.objectContaining({ name: "organization.verified", officeId: null }),
    );
  });

  test("rejects with a reason; the organization puts it right and waits again", async () => {
    const operator = await makeOperator();
    const manager = await registerOrganization(details(), person());
    const { organizationId } = manager;
    const reason = "代码与证书不符，请核对。";
    await rejectOrganization(await actOf(operator), { organizationId, reason });
    expect(await findOwnOrganization(manager)).toMatchObject({
      standing: "rejected",
      rejectedReason: reason,
    });
    const right = details();
    await correctOrganization(await actOf(manager), right);
    expect(await findOwnOrganization(manager)).toMatchObject({ ...right, standing: "waiting" });
  });

  test("decides once: what is verified is neither verified again nor rejected", async () => {
    const operator = await makeOperator();
    const manager = await registerOrganization(details(), person());
    const { organizationId } = manager;
    const act = await actOf(operator);
    const verification = await openedBy(operator, manager);
    const { done, refused } = await atOnce(2, () => verifyOrganization(act, verification));
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject([{ code: "lifecycle.not_now" }]);
    await expect(
      rejectOrganization(act, { organizationId, reason: "晚了一步" }),
    ).rejects.toMatchObject({ code: "lifecycle.not_now" });
  });
});

test("a verified organization no longer changes what was checked", async () => {
  const operator = await makeOperator();
  const manager = await registerOrganization(details(), person());
  await verifyOrganization(await actOf(operator), await openedBy(operator, manager));
  await expect(correctOrganization(await actOf(manager), details())).rejects.toMatchObject({
    code: "lifecycle.not_now",
  });
});

test("nobody takes over another organization's credit code by correcting her own", async () => {
  const { creditCode } = await makeOrganization();
  const manager = await registerOrganization(details(), person());
  await expect(
    correctOrganization(await actOf(manager), details({ creditCode: creditCode ?? "" })),
  ).rejects.toMatchObject({ code: "organization.code_taken" });
});

test("the public list goes on page after page without losing or repeating one", async () => {
  const word = `翻页${newId().slice(-6)}`;
  for (let index = 0; index < 23; index += 1)
    await makeOrganization({ name: `${word}第${index}家` });
  const first = await listOrganizations({ words: word });
  const second = await listOrganizations({ words: word, after: first.next ?? undefined });
  expect(first.rows).toHaveLength(20);
  expect(second.next).toBeNull();
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(23);
});

import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { organizations } from "#db/schema/index.ts";
import {
  actOf,
  makeManager,
  makeOffice,
  makeOperator,
  makeOrganization,
  makeTeam,
} from "#db/seed/factories/accounts.ts";
import { makeDocument } from "#db/seed/factories/documents.ts";
import { correctOrganization } from "./correct.server.ts";
import { withCheckCharacter } from "./credit-code.ts";
import { findOrganization, findOrganizationToCheck } from "./queries.server.ts";
import { openDocument } from "./read-document.server.ts";
import { registerOrganization } from "./register.server.ts";
import { verifyOrganization } from "./verify.server.ts";

async function registerTeam() {
  const { id: officeId, name: street } = await makeOffice();
  const told = { introduction: "", contactName: "何秀兰", contactPhone: "139-5550-4000" };
  const team = { kind: "team", creditCode: null, officeId, name: "桂苑楼道清洁队" } as const;
  const manager = await registerOrganization(
    { ...team, ...told },
    { name: "何秀兰", account: `xiulan-${newId()}`, password: "一句只有我知道的话" },
  );
  return { manager, street, told };
}

test("a team registers without a credit code, with its street and whoever registers it as its leader", async () => {
  const { manager, street } = await registerTeam();
  const found = await findOrganizationToCheck(await makeOperator(), manager.organizationId);
  expect(found).toMatchObject({ kind: "team", creditCode: null, street, leader: "何秀兰" });
});

test("a team is verified by the list of its members and by no certificate, and is public with its street", async () => {
  const { manager, street } = await registerTeam();
  const { organizationId } = manager;
  const act = await actOf(await makeOperator());
  const certificate = await makeDocument(manager);
  await openDocument(act, certificate);
  const documents = [certificate.documentId];
  await expect(verifyOrganization(act, { organizationId, documents })).rejects.toMatchObject({
    code: "organization.no_roll",
  });
  const roll = await makeDocument(manager, { kind: "roll" });
  await openDocument(act, roll);
  await verifyOrganization(act, { organizationId, documents: [...documents, roll.documentId] });
  expect(await findOrganization(organizationId)).toMatchObject({ creditCode: null, street });
});

test("a team that turns out to be a registered body keeps nothing of the team", async () => {
  const { manager, told } = await registerTeam();
  const serial = newId().replaceAll("-", "").slice(-9).toUpperCase();
  const creditCode = withCheckCharacter(`52330100${serial}`);
  const right = { kind: "registered", creditCode, officeId: null, name: "桂苑服务社" } as const;
  await correctOrganization(await actOf(manager), { ...right, ...told });
  const [row] = await db
    .select()
    .from(organizations)
    .where(eq(organizations.id, manager.organizationId));
  expect(row).toMatchObject({ ...right, leaderId: null });
});

test("the database keeps no team with a code or without its street, and no other body without a code", async () => {
  const { id: officeId } = await makeOffice();
  const { organizationId: team, userId } = await makeTeam(officeId);
  const { organizationId: body } = await makeManager((await makeOrganization()).id);
  const change = (id: typeof team, set: Partial<typeof organizations.$inferInsert>) =>
    db.update(organizations).set(set).where(eq(organizations.id, id));
  await expect(change(team, { creditCode: "52330199MJ12345678" })).rejects.toThrow();
  await expect(change(team, { officeId: null })).rejects.toThrow();
  await expect(change(team, { leaderId: null })).rejects.toThrow();
  await expect(change(body, { creditCode: null })).rejects.toThrow();
  await expect(change(body, { officeId, leaderId: userId })).rejects.toThrow();
});

import type { OfficeRole, Role } from "#app/domain/accounts/role.ts";
import type {
  Act,
  Actor,
  CommunityWorker,
  Manager,
  Operator,
  Resident,
  Worker,
} from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { withCheckCharacter } from "#app/domain/organizations/credit-code.ts";
import { sealText } from "#app/domain/residents/sealed-fields.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { day } from "#app/values/time.ts";
import { db } from "../../client.server.ts";
import { one } from "../../rows.ts";
import {
  communities,
  memberships,
  offices,
  organizations,
  residents,
  sites,
  users,
  workers,
} from "../../schema/index.ts";

/** Each inserts one thing with sensible values; a caller names only what it is about. */
export async function makeOffice(values: Partial<typeof offices.$inferInsert> = {}) {
  const name = values.name ?? `南湖街道办事处 ${newId().slice(-6)}`;
  const usual = { name, documentPrefix: "南湖街办", helpPhone: "0571-5550-1234" };
  return one(
    await db
      .insert(offices)
      .values({ ...usual, ...values })
      .returning(),
  );
}

export async function makeCommunity(
  officeId?: Id<"office">,
  name = `桂苑社区 ${newId().slice(-6)}`,
) {
  const values = { officeId: officeId ?? (await makeOffice()).id, name };
  return one(await db.insert(communities).values(values).returning());
}

export async function makeSite(communityId?: Id<"community">, officeId?: Id<"office">) {
  const community = communityId && officeId ? { id: communityId, officeId } : await makeCommunity();
  const values = { officeId: community.officeId, communityId: community.id };
  return one(
    await db
      .insert(sites)
      .values({ ...values, name: "桂苑日间照料中心", address: "桂苑路 18 号" })
      .returning(),
  );
}

type Place = Partial<
  Pick<typeof memberships.$inferInsert, "officeId" | "communityId" | "organizationId">
>;

/** Somebody who cannot sign in by password (the hash is none) but may act, with her memberships. */
export async function makeUser(name: string, place: Place, ...roles: Role[]) {
  const account = `t-${newId()}`;
  const user = one(
    await db.insert(users).values({ name, account, passwordHash: "none" }).returning(),
  );
  if (roles.length > 0) {
    await db.insert(memberships).values(roles.map((role) => ({ userId: user.id, role, ...place })));
  }
  return user;
}

/** Somebody of an office in one role, as an actor. */
export async function makeOfficeActor<R extends OfficeRole>(role: R, officeId?: Id<"office">) {
  const office = officeId ?? (await makeOffice()).id;
  const user = await makeUser("李雯", { officeId: office }, role);
  return { role, userId: user.id, officeId: office };
}

export async function makeCommunityWorker(community?: {
  id: Id<"community">;
  officeId: Id<"office">;
}): Promise<CommunityWorker> {
  const { id: communityId, officeId } = community ?? (await makeCommunity());
  const user = await makeUser("周敏", { officeId, communityId }, "community_worker");
  return { role: "community_worker", userId: user.id, officeId, communityId };
}

export async function makeOperator(): Promise<Operator> {
  const user = await makeUser("平台值班员", {}, "operator");
  return { role: "operator", userId: user.id };
}

/** A verified social organization with an invented but well-formed credit code. */
export async function makeOrganization(values: Partial<typeof organizations.$inferInsert> = {}) {
  const serial = newId()
    .replaceAll("-", "")
    .slice(-9)
    .toUpperCase()
    .replaceAll(/[IOSVZ]/g, "0");
  const at = await databaseNow();
  const usual = {
    name: "阳光社会工作服务中心",
    creditCode: withCheckCharacter(`52330100${serial}`),
    contactName: "陈立",
    contactPhone: "0571-5550-2000",
    registeredAt: at,
    verifiedAt: at,
  };
  return one(
    await db
      .insert(organizations)
      .values({ ...usual, ...values })
      .returning(),
  );
}

/** A verified team of neighbours of the office's street, with its leader. */
export async function makeTeam(officeId: Id<"office">, name = "桂苑楼道清洁队"): Promise<Manager> {
  const { id: leaderId } = await makeUser("何秀兰", {});
  const values = { kind: "team", name, creditCode: null, officeId, leaderId } as const;
  const { id: organizationId } = await makeOrganization(values);
  await db.insert(memberships).values({ userId: leaderId, role: "manager", organizationId });
  return { role: "manager", userId: leaderId, organizationId };
}

export async function makeManager(organizationId?: Id<"organization">): Promise<Manager> {
  const organization = organizationId ?? (await makeOrganization()).id;
  const user = await makeUser("陈立", { organizationId: organization }, "manager");
  return { role: "manager", userId: user.id, organizationId: organization };
}

export async function makeWorker(organizationId?: Id<"organization">): Promise<Worker> {
  const organization = organizationId ?? (await makeOrganization()).id;
  const user = await makeUser("王秀英", { organizationId: organization }, "worker");
  const values = { organizationId: organization, userId: user.id, name: user.name };
  const worker = one(
    await db
      .insert(workers)
      .values({ ...values, phone: "13900000001" })
      .returning(),
  );
  return { role: "worker", userId: user.id, organizationId: organization, workerId: worker.id };
}

/** A resident of 82 with an account and the PIN 2580. */
export async function makeResident(
  values: Partial<typeof residents.$inferInsert> = {},
): Promise<Resident & { communityId: Id<"community"> }> {
  const community =
    values.communityId && values.officeId
      ? { id: values.communityId, officeId: values.officeId }
      : await makeCommunity(values.officeId);
  const user = await makeUser("刘桂芳", { officeId: community.officeId }, "resident");
  const usual = {
    officeId: community.officeId,
    communityId: community.id,
    userId: user.id,
    name: user.name,
    bornOn: day("1944-03-08"),
    addressSealed: sealText("桂苑路 20 号 3 单元 201 室"),
    pinSealed: sealText("2580"),
  };
  const resident = one(
    await db
      .insert(residents)
      .values({ ...usual, ...values })
      .returning(),
  );
  const { officeId, communityId } = resident;
  return { role: "resident", userId: user.id, residentId: resident.id, officeId, communityId };
}

/** An act by somebody, now by the database's clock unless told when. */
export async function actOf<By extends Actor>(by: By, at?: Date): Promise<Act<By>> {
  return { by, at: at ?? (await databaseNow()) };
}

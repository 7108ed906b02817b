import { DEMO_PASSWORD } from "#app/domain/accounts/demo-password.ts";
import { hashPassword } from "#app/domain/accounts/passwords.server.ts";
import type { Role } from "#app/domain/accounts/role.ts";
import type { Resident, Worker } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { withCheckCharacter } from "#app/domain/organizations/credit-code.ts";
import { sealText } from "#app/domain/residents/sealed-fields.server.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { type Day, day } from "#app/values/time.ts";
import { db } from "../../client.server.ts";
import { one } from "../../rows.ts";
import {
  communities,
  memberships,
  offices,
  organizations,
  programmes,
  residents,
  sites,
  users,
  workers,
} from "../../schema/index.ts";

import { makeSecondFactor } from "../factories/second-factors.ts";

type Place = Partial<
  Pick<typeof memberships.$inferInsert, "officeId" | "communityId" | "organizationId">
>;

/** A person of the demo street who can sign in with the demo's password; all but residents get letters. */
export async function settle(name: string, account: string, place: Place, ...roles: Role[]) {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const email = roles.includes("resident") ? null : `${account}@example.cn`;
  const user = one(
    await db.insert(users).values({ name, account, passwordHash, email, demo: true }).returning(),
  );
  await db.insert(memberships).values(roles.map((role) => ({ userId: user.id, role, ...place })));
  return user.id;
}

const communityNames = ["桂苑社区", "锦绣社区", "河滨社区", "百合社区", "丰泽社区"] as const;

/** The street, its five communities, two day-care centres and a subsidy for people of 60 and more. */
export async function settleStreet() {
  const office = one(
    await db
      .insert(offices)
      .values({ name: "南湖街道办事处", documentPrefix: "南湖街办", helpPhone: "0571-5550-1234" })
      .returning(),
  );
  const officeId = office.id;
  const all = await db
    .insert(communities)
    .values(communityNames.map((name) => ({ officeId, name })))
    .returning();
  const [guiyuan, jinxiu] = all;
  if (!guiyuan || !jinxiu) throw new Error("the street has no communities");
  const [centre] = await db
    .insert(sites)
    .values([
      { officeId, communityId: guiyuan.id, name: "桂苑日间照料中心", address: "桂苑路 18 号" },
      { officeId, communityId: jinxiu.id, name: "锦绣邻里中心", address: "锦绣东街 5 号" },
    ])
    .returning();
  const programmeId = one(
    await db.insert(programmes).values(elderSubsidy(officeId)).returning(),
  ).id;
  if (!centre) throw new Error("the street has no day-care centre");
  return { officeId, communities: all, guiyuan, siteId: centre.id, programmeId };
}

const elderSubsidy = (officeId: Id<"office">) => ({
  officeId,
  name: "60岁以上老人服务补贴",
  rateBp: 8000,
  capPerVisit: yuan(100),
  monthlyQuota: yuan(800),
  ageFrom: 60,
  validFrom: day("2020-01-01"),
  validTo: day("2099-12-31"),
});

/** Everybody who works in the office, and the people it invites to its panels. */
export async function settleOffice(officeId: Id<"office">) {
  const place = { officeId };
  const approver = await settle("张建国", "zhangjianguo", place, "approver");
  await makeSecondFactor(approver);
  return {
    officer: await settle("李雯", "liwen", place, "officer"),
    approver,
    openerA: await settle("孙莉", "sunli", place, "opener"),
    openerB: await settle("何伟", "hewei", place, "opener", "supervisor"),
    chair: await settle("赵敏华", "zhaominhua", place, "panel"),
    expert: await settle("吴启明", "wuqiming", place, "panel"),
    representative: await settle("郑阿娣", "zhengadi", place, "panel"),
    finance: await settle("钱芳", "qianfang", place, "finance"),
  };
}

type Organization = { name: string; serial: string; manager: [string, string]; intro: string };

const organizationsOfTheStreet = [
  {
    name: "南湖阳光社会工作服务中心",
    serial: "52330199MJ1234567",
    manager: ["陈立", "yangguang"],
    intro: "2012年成立，专做社区老人的陪伴、上门照护和日间照料，有持证社工9名、护理员21名。",
  },
  {
    name: "康乐养老服务社",
    serial: "52330199MJ2345678",
    manager: ["林娟", "kangle"],
    intro: "由退休护士发起，为高龄独居老人提供居家照护。",
  },
  {
    name: "邻里互助服务中心",
    serial: "52330199MJ3456789",
    manager: ["王海", "linli"],
    intro: "依托社区志愿者，开展儿童托管、便民维修和助餐。",
  },
] as const satisfies Organization[];

/** Three verified organizations, each with its manager. */
export async function settleOrganizations(operator: Id<"user">) {
  const at = await databaseNow();
  const settled: { id: Id<"organization">; manager: Id<"user"> }[] = [];
  for (const { name, serial, manager, intro } of organizationsOfTheStreet) {
    const values = {
      name,
      creditCode: withCheckCharacter(serial),
      introduction: intro,
      contactName: manager[0],
      contactPhone: "0571-5550-2000",
      registeredAt: at,
      verifiedAt: at,
      verifiedBy: operator,
    };
    const { id } = one(await db.insert(organizations).values(values).returning());
    const place = { organizationId: id };
    const userId = await settle(manager[0], manager[1], place, "manager");
    await makeSecondFactor(userId);
    settled.push({ id, manager: userId });
  }
  return settled;
}

/** Somebody who delivers, with an account for her page of the day. */
export async function settleWorker(
  organizationId: Id<"organization">,
  name: string,
  account: string,
): Promise<Worker> {
  const userId = await settle(name, account, { organizationId }, "worker");
  const values = { organizationId, userId, name, phone: "139-5550-3001" };
  const { id: workerId } = one(await db.insert(workers).values(values).returning());
  return { role: "worker", userId, organizationId, workerId };
}

type Neighbour = { name: string; phone: string; bornOn: Day; address: string };

/** A resident who signs in with her phone number; her PIN is 2580. */
export async function settleResident(
  officeId: Id<"office">,
  communityId: Id<"community">,
  { name, phone, bornOn, address }: Neighbour,
): Promise<Resident> {
  const userId = await settle(name, phone, { officeId }, "resident");
  const values = {
    officeId,
    communityId,
    userId,
    name,
    phone,
    bornOn,
    addressSealed: sealText(address),
    pinSealed: sealText("2580"),
  };
  const residentId = one(await db.insert(residents).values(values).returning()).id;
  return { role: "resident", userId, residentId, officeId };
}

import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { paths } from "#app/paths.ts";
import { type Id, newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, days, hours, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { offices, organizations, panelMembers, tenders } from "#db/schema/index.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import { makeUpload } from "#db/seed/factories/documents.ts";
import { codeOf, makeSecondFactor } from "#db/seed/factories/second-factors.ts";
import { openNow } from "#db/seed/factories/talks.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { demoOfficer, demoUser } from "../demo-office.ts";
import { expect, test } from "../fixtures.ts";
import { sign } from "../main-job/deciding.ts";
import { press, type World, waitFor, zh } from "../main-job/world.ts";

const title = "楼道清洁和门灯巡查";
const team = "桂苑楼道清洁队";
const council = [
  ["zhaominhua", "office"],
  ["wuqiming", "expert"],
  ["zhengadi", "resident_representative"],
] as const;

/** A neighbour registers her team in the demo street, with the list of its members. */
async function registerTeam(visit: (address: string) => Promise<Page>, { inspect }: World) {
  const { register, facts } = zh.organizations;
  const { officeId } = await demoOfficer();
  const { name: street } = one(await db.select().from(offices).where(eq(offices.id, officeId)));
  const leader = await visit(paths.register);
  await inspect(leader);
  await leader.getByRole("radio", { name: register.kinds.team.label }).check();
  await leader.getByLabel(facts.name).fill(team);
  await leader.getByLabel(facts.street).selectOption({ label: street });
  await leader.getByLabel(facts.contactName).fill("何秀兰");
  await leader.getByLabel(facts.contactPhone).fill("13955504000");
  await leader.getByLabel(register.managerName, { exact: true }).fill("何秀兰");
  await leader.getByLabel(register.account, { exact: true }).fill(`xiulan-${newId().slice(-8)}`);
  for (const label of [register.password, register.passwordAgain]) {
    await leader.getByLabel(label, { exact: true }).fill("桂花飘香的十一月");
  }
  await press(leader, register.submit);
  const { tasks, add, kinds } = zh.certificates;
  await leader.getByRole("link", { name: tasks.noProof.team }).click();
  await inspect(leader);
  await leader.getByLabel(add.kind).selectOption({ label: kinds.roll });
  const buffer = Buffer.from(makeUpload().bytes);
  await leader
    .getByLabel(add.file, { exact: true })
    .setInputFiles({ name: "成员名单.pdf", mimeType: "application/pdf", buffer });
  await press(leader, add.submit);
  return leader;
}

async function verifyTeam({ enter, inspect }: World) {
  const found = await db.select().from(organizations).where(eq(organizations.name, team));
  const { id, leaderId } = one(found);
  const operator = await enter("fangning");
  await operator.goto(paths.platform.organization(id));
  await expect(operator.getByText(zh.organizations.platform.check.steps.team)).toBeVisible();
  await inspect(operator);
  const file = operator.getByRole("link", { name: /成员名单\.pdf/ });
  await operator.request.get((await file.getAttribute("href")) ?? "");
  await operator.goto(paths.platform.verification(id));
  await press(operator, zh.organizations.platform.check.verify);
  await operator.goto(paths.organizationPage(id));
  await expect(operator.getByText(zh.organizations.kinds.team).first()).toBeVisible();
  await inspect(operator);
  await operator.close();
  if (!leaderId) throw new Error("the team has no leader");
  await makeSecondFactor(leaderId);
  return leaderId;
}

async function makeTender(method: "two_way" | "open_scored") {
  const { officer, fundId } = await demoOfficer();
  const { at } = await actOf(officer);
  return await makeOpenTender({
    officer,
    fundId,
    ceiling: yuan(20_000),
    deadline: addTo(at, days(90)),
    project: { title, quantity: 12, unit: "个月" },
    tender: { title, method },
    criteria: [{ kind: "quality", name: "议事会表决", weight: 100 }],
  });
}

async function bid(leader: Page, tenderId: string, { inspect }: World) {
  const { form } = zh.bids;
  await leader.goto(paths.organization.tender(tenderId));
  await inspect(leader);
  await leader.getByRole("link", { name: zh.bids.tender.write }).click();
  await leader.waitForURL(/\/bid$/);
  await inspect(leader);
  await leader.getByLabel(form.price).fill("18000");
  await leader.getByLabel(form.plan, { exact: true }).fill("每周打扫两次楼道，每月查一遍门灯。");
  await leader.getByLabel(form.team, { exact: true }).fill("六位街坊轮流，何秀兰排班。");
  await leader.getByLabel(form.whyUs).fill("我们就住在这里，看得见哪里脏、哪盏灯不亮。");
  await leader.getByLabel(form.contactName).fill("何秀兰");
  await leader.getByLabel(form.contactPhone).fill("13955504000");
  await leader.getByRole("button", { name: form.next }).click();
  await leader.getByRole("button", { name: form.submit }).click();
  await leader.waitForURL(/\/org\/receipts\//);
}

/** The deadline passes, the bid is opened and the council seated, nobody with a conflict. */
async function openAndSeat({ tender, openers, officer }: Awaited<ReturnType<typeof makeTender>>) {
  const { at } = await actOf(officer);
  const past = { publishedAt: addTo(at, -days(9)), deadline: addTo(at, -hours(1)) };
  await db.update(tenders).set(past).where(eq(tenders.id, tender.id));
  await openNow(tender.id, openers);
  for (const [account, capacity] of council) {
    const declared = { conflict: false, declaredAt: at, chair: account === "zhaominhua" };
    const seat = { userId: await demoUser(account), capacity, ...declared };
    await db.insert(panelMembers).values({ tenderId: tender.id, ...seat });
  }
}

/** Two of three say yes; the chair signs, the officer recommends, an approver publishes. */
async function vote({ enter, inspect }: World, tenderId: Id<"tender">) {
  const { scoring, votes, report, recommendation, publicity } = zh.award;
  for (const [seat, [account]] of council.entries()) {
    const member = await enter(account);
    await member.goto(paths.office.scoring(tenderId));
    await inspect(member);
    const said = seat < 2 ? scoring.yes : scoring.no;
    await member.getByRole("radio", { name: said, exact: true }).check();
    await press(member, scoring.save);
    await member.goto(paths.office.handIn(tenderId));
    await inspect(member);
    await press(member, votes.handIn.submit);
    await member.close();
  }
  const chair = await enter("zhaominhua");
  await chair.goto(paths.office.consensus(tenderId));
  await inspect(chair);
  await chair.goto(paths.office.report(tenderId));
  await inspect(chair);
  await chair.getByLabel(report.confirm).check();
  await press(chair, report.sign);
  const officer = await enter("liwen");
  await officer.goto(paths.office.recommendation(tenderId));
  await inspect(officer);
  await officer.getByRole("radio", { name: /清洁队/ }).check();
  await press(officer, recommendation.submit);
  const approver = await enter("zhangjianguo");
  await approver.goto(paths.office.publicity(tenderId));
  await inspect(approver);
  await press(approver, publicity.submit);
  await approver.goto(paths.scores(tenderId));
  await expect(approver.getByText(votes.tally("2", "3")).first()).toBeVisible();
  await inspect(approver);
  await Promise.all([chair.close(), officer.close(), approver.close()]);
}

/** The worker awards once the standstill is over; each side says yes, and with the second the contract is there, which the office signs. */
async function accept(world: World, leader: Page, tenderId: Id<"tender">) {
  const { terms } = zh;
  const { at } = await actOf((await demoOfficer()).officer);
  const over = { standstillEndsAt: addTo(at, -minutes(1)) };
  await db.update(tenders).set(over).where(eq(tenders.id, tenderId));
  await leader.goto(paths.organization.home);
  const task = leader.getByRole("link", { name: terms.task(title) });
  await waitFor(leader, async () => expect(task).toBeVisible());
  await world.inspect(leader);
  await leader.goto(paths.organization.tender(tenderId));
  await world.inspect(leader);
  await leader.goto(paths.organization.termsRefusal(tenderId));
  await world.inspect(leader);
  await leader.goto(paths.organization.terms(tenderId));
  await world.inspect(leader);
  await press(leader, terms.accept);
  await expect(leader.getByText(terms.waiting)).toBeVisible();
  await leader.goto(paths.organization.tender(tenderId));
  await expect(leader.getByText(zh.bids.tender.next.officeTerms)).toBeVisible();

  const approver = await world.enter("zhangjianguo");
  await approver.goto(paths.office.tender(tenderId));
  await approver.getByRole("link", { name: zh.office.duties.accept_terms }).first().click();
  await approver.waitForURL(/\/terms$/);
  await world.inspect(approver);
  await approver.goto(paths.office.termsRefusal(tenderId));
  await world.inspect(approver);
  await approver.goto(paths.office.terms(tenderId));
  await press(approver, terms.accept);
  await approver.getByRole("link", { name: terms.toContract }).click();
  await approver.waitForURL(/\/office\/contracts\//);
  const contractId = approver.url().split("/").at(-1) ?? "";
  await sign(world, approver, paths.office.signature(contractId));
  return contractId;
}

test("neighbours are chosen by the council's vote, and both sides say yes before they sign", async ({
  enter,
  visit,
  inspect,
}) => {
  test.setTimeout(400_000);
  const world = { enter, inspect };
  const leader = await registerTeam(visit, world);
  const leaderId = await verifyTeam(world);
  const closed = await makeTender("open_scored");
  await leader.goto(paths.organization.tender(closed.tender.id));
  const told = zh.bids.tender.next.mayNot["bid.no_teams"];
  await expect(leader.getByText(told).first()).toBeVisible();
  await expect(leader.getByRole("link", { name: zh.bids.tender.write })).toHaveCount(0);
  const made = await makeTender("two_way");
  await bid(leader, made.tender.id, world);
  await openAndSeat(made);
  await vote(world, made.tender.id);
  const contractId = await accept(world, leader, made.tender.id);
  await leader.goto(paths.organization.signature(contractId));
  await inspect(leader);
  const code = await codeOf({ userId: leaderId });
  await leader.getByLabel(zh.secondFactor.code, { exact: true }).fill(code);
  await leader.getByLabel(zh.contracts.sign.confirm).check();
  await press(leader, zh.contracts.sign.submit);
  await leader.goto(paths.contract(contractId));
  await expect(leader.getByText(team).first()).toBeVisible();
  await inspect(leader);
});

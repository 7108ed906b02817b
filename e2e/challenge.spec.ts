import { eq } from "drizzle-orm";
import { paths } from "#app/paths.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { users } from "#db/schema/index.ts";
import { makeOrganization } from "#db/seed/factories/accounts.ts";
import { makePublicisedTender } from "#db/seed/factories/awards.ts";
import { makeDecidedChallenge } from "#db/seed/factories/challenges.ts";
import { demoOfficer } from "./demo-office.ts";
import { expect, test } from "./fixtures.ts";
import { press, type World, zh } from "./main-job/world.ts";

/** The clock that other journeys move meanwhile does not end these periods. */
const patient = {
  challenge: {
    fileWorkingDays: 400,
    answerWorkingDays: 400,
    escalateWorkingDays: 400,
    decideWorkingDays: 400,
  },
};

const winner = "南湖安心养老服务中心";
const loser = "南湖暖阳照护社";

/** A result of the demo street on show, with three bidders of its own. */
async function wish() {
  const { officeId } = await demoOfficer();
  const bidders = [];
  for (const [name, price] of [
    [winner, yuan(480_000)],
    [loser, yuan(470_000)],
    ["南湖同行社工站", yuan(500_000)],
  ] as const) {
    bidders.push({ organizationId: (await makeOrganization({ name })).id, price });
  }
  return { officeId, bidders, rules: patient };
}

/** From now on somebody whom a factory made signs in like the people of the demo street; under which account. */
async function letIn(userId: Id<"user">): Promise<string> {
  const { passwordHash } = one(await db.select().from(users).where(eq(users.account, "liwen")));
  const [{ account } = { account: null }] = await db
    .update(users)
    .set({ passwordHash })
    .where(eq(users.id, userId))
    .returning();
  if (!account) throw new Error("nobody");
  return account;
}

const words = zh.challenges;

test("a loser's challenge overturns an award", async ({ enter, visit, inspect }) => {
  test.setTimeout(300_000);
  const { tender, bids, panel } = await makePublicisedTender(await wish());
  const by = bids[1]?.manager;
  if (!by) throw new Error("nobody lost");
  await test.step("she files it", () => file({ enter, inspect }, by.userId, tender.id));
  await test.step("an officer answers", () => answer({ enter, inspect }, tender.title));
  const anybody = await visit(paths.tender(tender.id));
  await expect(anybody.getByText(words.public.later)).toBeVisible();
  await inspect(anybody);
  await test.step("an approver accepts", () => accept({ enter, inspect }, tender.title));
  await anybody.reload();
  await expect(anybody.getByText(words.states.accepted).first()).toBeVisible();
  await expect(anybody.getByText(zh.tenderStatus.evaluating).first()).toBeVisible();
  await anybody.getByRole("link", { name: /被撤销的评分表/ }).click();
  await expect(anybody.getByText(winner).first()).toBeVisible();
  await inspect(anybody);

  await test.step("the panel scores again from its old scores", async () => {
    const accounts = [];
    for (const { userId } of panel) accounts.push(await letIn(userId));
    await scoreAgain({ enter, inspect }, tender.id, accounts);
  });
  await test.step("the other one is recommended", () => recommend({ enter, inspect }, tender.id));
  await anybody.goto(paths.scores(tender.id));
  await expect(anybody.getByText("重新评审后总分第一。").first()).toBeVisible();
  await anybody.goto(paths.tender(tender.id));
  await expect(anybody.getByText(zh.tenderStatus.publicised).first()).toBeVisible();
  await expect(anybody.getByRole("link", { name: /被撤销的评分表/ })).toBeVisible();
});

async function file({ enter, inspect }: World, userId: Id<"user">, tenderId: string) {
  const challenger = await enter(await letIn(userId));
  await challenger.goto(paths.organization.tender(tenderId));
  await inspect(challenger);
  await challenger.getByRole("link", { name: words.own.file, exact: true }).click();
  await inspect(challenger);
  await press(challenger, words.filing.submit);
  await expect(challenger.getByRole("alert")).toBeVisible();
  await challenger.getByRole("radio", { name: words.subjects.result }).check();
  const text = "方案第三页写明节假日上门，没有计分。联系人王海，13800001234。";
  await challenger.getByLabel(words.filing.text).fill(text);
  await press(challenger, words.filing.submit);
  await expect(challenger.getByText(words.states.filed).first()).toBeVisible();
  await inspect(challenger);
}

async function answer({ enter, inspect }: World, title: string) {
  const officer = await enter("liwen");
  const { answer: form, tasks } = words.office;
  await officer.getByRole("link", { name: tasks.filed(title) }).click();
  await inspect(officer);
  await expect(officer.getByLabel(form.publishedText)).toHaveValue(/王海，＊＊＊。$/);
  await officer.getByLabel(form.publishedText).fill("质疑人认为节假日上门没有计分。");
  await officer.getByLabel(form.answer, { exact: true }).fill("请拨打13800001234了解。");
  await press(officer, form.submit);
  await expect(officer.getByText(zh.refusals["challenge.personal_data"])).toBeVisible();
  await officer.getByLabel(form.answer, { exact: true }).fill("经核对，打分确有遗漏。");
  await press(officer, form.submit);
  await expect(officer.getByText(words.states.answered).first()).toBeVisible();
  await inspect(officer);
}

async function accept({ enter, inspect }: World, title: string) {
  const approver = await enter("zhangjianguo");
  const { decision: form, tasks } = words.office;
  await approver.getByRole("link", { name: tasks.answered(title) }).click();
  await inspect(approver);
  await approver.getByRole("radio", { name: form.accept, exact: true }).check();
  await approver.getByLabel(form.reason).fill("方案第三页确有此项，应当计分。");
  await press(approver, form.submit);
  await expect(approver.getByText(words.states.accepted).first()).toBeVisible();
}

async function scoreAgain({ enter }: World, tenderId: string, accounts: string[]) {
  const { scoring, handIn, report } = zh.award;
  const members = await Promise.all(accounts.map((account) => enter(account)));
  for (const member of members) {
    await member.goto(paths.office.scoring(tenderId));
    const plan = member.getByLabel("服务方案");
    await expect(plan.first()).toHaveValue(/^3[56](\.\d+)?$/);
    await plan.nth(0).fill("30");
    await plan.nth(1).fill("39");
    await press(member, scoring.save);
    await member.goto(paths.office.handIn(tenderId));
    await press(member, handIn.submit);
  }
  const [chair] = members;
  if (!chair) throw new Error("there is no chair");
  await chair.goto(paths.office.report(tenderId));
  await chair.getByLabel(report.confirm).check();
  await press(chair, report.sign);
}

async function recommend({ enter }: World, tenderId: string) {
  const { recommendation, publicity } = zh.award;
  const officer = await enter("liwen");
  await officer.goto(paths.office.recommendation(tenderId));
  await officer.getByRole("radio", { name: new RegExp(loser) }).check();
  await officer.getByLabel(recommendation.reason).fill("重新评审后总分第一。");
  await press(officer, recommendation.submit);
  const approver = await enter("zhangjianguo");
  await approver.goto(paths.office.publicity(tenderId));
  await press(approver, publicity.submit);
}

test("a challenger who was refused turns to the supervisor", async ({ enter, inspect }) => {
  test.setTimeout(300_000);
  const made = await makeDecidedChallenge({ ...(await wish()), accepted: false });
  const challenger = await enter(await letIn(made.challenger.userId));
  await challenger.goto(paths.organization.challenge(made.challengeId));
  await challenger.getByRole("link", { name: words.mine.escalate }).click();
  await inspect(challenger);
  await challenger.getByLabel(words.escalation.text).fill("答复没有回应方案第三页的内容。");
  await press(challenger, words.escalation.submit);
  await challenger.getByRole("link", { name: words.mine.withdraw }).click();
  await inspect(challenger);

  const supervisor = await enter("hewei");
  await supervisor.goto(paths.office.challenges);
  await inspect(supervisor);
  await supervisor.getByRole("link", { name: made.tender.title }).click();
  const { ruling } = words.office;
  await supervisor.getByRole("link", { name: ruling.title }).click();
  await inspect(supervisor);
  await supervisor.getByRole("radio", { name: ruling.dismiss, exact: true }).check();
  await supervisor.getByLabel(words.office.decision.reason).fill("原决定依据充分。");
  await press(supervisor, ruling.submit);
  await expect(supervisor.getByText(words.states.dismissed).first()).toBeVisible();
});

test("the supervisor stops a tender, everybody sees it, and it goes on", async ({
  enter,
  visit,
  inspect,
}) => {
  test.setTimeout(300_000);
  const { tender } = await makePublicisedTender(await wish());
  const supervisor = await enter("hewei");
  await supervisor.goto(paths.office.tender(tender.id));
  await supervisor.getByRole("link", { name: words.suspension.suspendTitle }).click();
  await inspect(supervisor);
  await supervisor.getByLabel(words.suspension.reason).fill("有投诉可能影响结果，核查期间暂停。");
  await press(supervisor, words.suspension.suspend);
  const anybody = await visit(paths.tender(tender.id));
  await expect(anybody.getByText("有投诉可能影响结果，核查期间暂停。").first()).toBeVisible();
  await inspect(anybody);
  await supervisor.getByRole("link", { name: words.suspension.resumeTitle }).click();
  await inspect(supervisor);
  await supervisor.getByLabel(words.suspension.reason).fill("核查完毕，没有发现问题。");
  await press(supervisor, words.suspension.resume);
  await anybody.reload();
  await expect(anybody.getByText(words.suspension.nowSince("")).first()).not.toBeVisible();
  await expect(anybody.getByText(/核查完毕/)).toBeVisible();
  for (const kind of ["suspension", "resumption"] as const) {
    await anybody.goto(paths.suspensionDocument(tender.id, 1, kind));
    await expect(anybody.getByRole("article")).toContainText(zh.documents[kind].reason);
    await inspect(anybody);
  }
});

import { eq } from "drizzle-orm";
import { awardWhenStandstillOver } from "#app/domain/tenders/award.server.ts";
import { paths } from "#app/paths.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, days } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { communities, contracts, memberships, tenders, users } from "#db/schema/index.ts";
import { actOf, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makeRankedTender, signAs, system } from "#db/seed/factories/awards.ts";
import { makeOffer, makeProgramme, makeRosteredWorker } from "#db/seed/factories/services.ts";
import { demoOfficer } from "../demo-office.ts";
import { expect, test } from "../fixtures.ts";
import { sign } from "../main-job/deciding.ts";
import { press, waitFor, zh } from "../main-job/world.ts";

const other = "南湖清风家政社";

/** Ranked by the panel: 林娟's organization first, one that asks less second; ¥200,000 for each of two. */
async function makeRanked() {
  const { officeId } = await demoOfficer();
  const { organizationId } = one(
    await db
      .select({ organizationId: memberships.organizationId })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(eq(users.account, "kangle")),
  );
  if (!organizationId) throw new Error("林娟 manages nothing");
  const { id: cheap } = await makeOrganization({ name: other });
  const ranked = await makeRankedTender({
    officeId,
    several: { winners: 2, winnerCap: yuan(200_000) },
    bidders: [
      { organizationId, price: yuan(480_000) },
      { organizationId: cheap, price: yuan(470_000) },
      { price: yuan(500_000) },
    ],
  });
  return { ...ranked, officeId };
}
type Ranked = Awaited<ReturnType<typeof makeRanked>>;

/** The standstill is over: awarded by the clock, here or in the worker. */
async function award({ officeId, tender: { id: tenderId } }: Ranked) {
  const act = await actOf(system);
  const standstillEndsAt = addTo(act.at, -days(1));
  await db.update(tenders).set({ standstillEndsAt }).where(eq(tenders.id, tenderId));
  await awardWhenStandstillOver(act, { officeId, tenderId });
  return await db
    .select()
    .from(contracts)
    .where(eq(contracts.tenderId, tenderId))
    .orderBy(contracts.id);
}

/** Both offer a visit in 桂苑社区 of which the street pays half for the old: ¥60 and ¥50. */
async function makeOffers(
  officeId: Ranked["officeId"],
  drawnUp: Awaited<ReturnType<typeof award>>,
) {
  const { id: programmeId } = await makeProgramme({ officeId, ageFrom: 60, rateBp: 5000 });
  const here = eq(communities.name, "桂苑社区");
  const rows = await db.select().from(communities).where(here);
  const communityIds = rows.filter((row) => row.officeId === officeId).map(({ id }) => id);
  const offers = [];
  for (const [index, contract] of drawnUp.entries()) {
    const wish = {
      contractId: contract.id,
      programmeId,
      communityIds,
      price: yuan(60 - 10 * index),
    };
    const offer = await makeOffer({ ...wish, title: "上门理发和洗头" });
    await makeRosteredWorker(offer.id);
    offers.push(offer.id);
  }
  return offers;
}

test("several win a tender, and a resident chooses whom she books", async ({
  enter,
  visit,
  inspect,
}) => {
  test.setTimeout(400_000);
  const { award: words, several } = zh;
  const ranked = await makeRanked();
  const tenderId = ranked.tender.id;

  const officer = await enter("liwen");
  await officer.goto(paths.office.recommendation(tenderId));
  await expect(officer.getByRole("checkbox", { checked: true })).toHaveCount(2);
  await inspect(officer);
  await officer.getByRole("checkbox", { checked: true }).last().uncheck();
  await press(officer, words.recommendation.submit);
  await expect(officer.getByText(zh.refusals["recommendation.wrong_number"])).toBeVisible();
  await officer.getByRole("checkbox").nth(1).check();
  await press(officer, words.recommendation.submit);

  const approver = await enter("zhangjianguo");
  await approver.goto(paths.office.publicity(tenderId));
  await expect(approver.getByText(other).first()).toBeVisible();
  await inspect(approver);
  await press(approver, words.publicity.submit);
  const anybody = await visit(paths.scores(tenderId));
  await expect(anybody.getByText(several.recommended, { exact: true })).toBeVisible();
  await inspect(anybody);

  const drawnUp = await award(ranked);
  const [first] = drawnUp;
  if (!first) throw new Error("no contract");
  await approver.goto(paths.office.tender(tenderId));
  await expect(approver.getByText(several.contractWith(other))).toBeVisible();
  await inspect(approver);
  await sign({ enter, inspect }, approver, paths.office.signature(first.id));
  await officer.goto(paths.office.nextRank(tenderId));
  await expect(officer.getByRole("radio", { name: other })).toBeVisible();
  await inspect(officer);
  const manager = await enter("kangle");
  await manager.goto(paths.organization.tender(tenderId));
  await expect(manager.getByText(several.result.won)).toBeVisible();
  await inspect(manager);
  await sign({ enter, inspect }, manager, paths.organization.signature(first.id));
  await manager.goto(paths.organization.contract(first.id));
  await expect(manager.getByText(several.waits)).toBeVisible();
  await inspect(manager);
  const awarded = { ...ranked, contract: first, contracts: drawnUp };
  await signAs(awarded, "office", 1);
  await signAs(awarded, "organization", 1);
  await manager.reload();
  await expect(manager.getByText(zh.contracts.next.active)).toBeVisible();
  await anybody.goto(paths.tender(tenderId));
  await expect(anybody.getByText(several.contractWith(other))).toBeVisible();
  await inspect(anybody);
  await anybody.goto(paths.tenderDocument(tenderId, "award"));
  await expect(anybody.getByText(several.documentWinner, { exact: false }).first()).toBeVisible();
  await inspect(anybody);
  await anybody.goto(paths.tenderDocument(tenderId, "notice"));
  await expect(anybody.getByText(several.section, { exact: false }).first()).toBeVisible();

  const [dear, cheap] = await makeOffers(ranked.officeId, drawnUp);
  if (!dear || !cheap) throw new Error("two offers");
  await anybody.goto(paths.offer(dear));
  await waitFor(anybody, async (page) => {
    const rows = page.getByRole("table", { name: several.providers.title }).getByRole("row");
    await expect(rows).toHaveCount(3);
    await expect(rows.filter({ hasText: zh.services.catalogue.full })).toHaveCount(0);
  });
  await inspect(anybody);

  const resident = await enter("13955501003", { javaScript: false });
  await resident.goto(paths.resident.book(dear));
  const choice = resident.getByRole("table", { name: several.providers.title });
  await expect(choice.getByText(zh.services.price.pays("¥30"))).toBeVisible();
  await expect(choice.getByText(zh.services.price.pays("¥25"))).toBeVisible();
  await inspect(resident);
  await choice.getByRole("link", { name: other }).click();
  await expect(resident).toHaveURL(paths.resident.book(cheap));
  await resident.locator('main a[href*="/time?day="]').first().click();
  await resident.locator('main a[href*="/check?"]').first().click();
  await expect(resident.getByText(other).first()).toBeVisible();
  await resident.getByRole("button", { name: zh.bookings.check.submit }).click();
  await expect(resident.getByText(zh.bookings.booked.title).first()).toBeVisible();
});

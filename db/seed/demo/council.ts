import { eq } from "drizzle-orm";
import type { Manager } from "#app/domain/act.ts";
import { submitBid } from "#app/domain/bids/submit.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { acceptTerms } from "#app/domain/tenders/accept-terms.server.ts";
import { awardWhenStandstillOver } from "#app/domain/tenders/award.server.ts";
import { chooseMethod } from "#app/domain/tenders/choose-method.server.ts";
import { setCriteria } from "#app/domain/tenders/set-criteria.server.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import type { Id } from "#app/values/id.ts";
import { type Fen, yuan } from "#app/values/money.ts";
import { addDays, dayOf, instantOf } from "#app/values/time.ts";
import { db } from "../../client.server.ts";
import { one } from "../../rows.ts";
import { tenders } from "../../schema/index.ts";
import { bidDocument, sealFor } from "../factories/bids.ts";
import { decide, draft, publish, type Street } from "./buying.ts";
import { goBack, goPast } from "./time.ts";

const daysFromToday = (count: number) => addDays(dayOf(new Date()), count);
const now = async <By>(by: By) => ({ by, at: await databaseNow() });

/** The council chose the street's team before an organization; the team has said yes, the office has yet to. */
export async function letNeighboursApply(street: Street) {
  const { officeId, team } = street;
  await goBack(20, 9);
  const tenderId = await draftForBoth(street);
  await publish(street, tenderId);
  await goBack(15, 10);
  await apply(street, tenderId);
  await decide(street, tenderId, {
    give: (organizationId, seat, weight) =>
      organizationId === team.organizationId || seat === 0 ? weight * 100 : 0,
    reason: "议事会三票全部同意。",
  });
  const { standstillEndsAt } = one(await db.select().from(tenders).where(eq(tenders.id, tenderId)));
  await goPast(standstillEndsAt);
  const system = { role: "system", userId: null } as const;
  await awardWhenStandstillOver(await now(system), { officeId, tenderId });
  await acceptTerms(await now(team), tenderId);
}

async function draftForBoth(street: Street) {
  const { officeId, staff } = street;
  const tenderId = await draft(street, {
    title: "老旧楼道保洁和门灯巡查",
    need: "桂苑和锦绣两个社区有三十六个没有物业的单元。需要有人每周打扫两次楼道，每月查看一次门灯，坏了及时报修。",
    targetGroup: "没有物业的老旧楼栋居民",
    serviceType: "other",
    quantity: 6,
    unit: "个月",
    ceiling: yuan(18_000),
    startsOn: daysFromToday(14),
    endsOn: daysFromToday(196),
    deadline: instantOf(daysFromToday(-12), 17 * 60),
  });
  const officer = { role: "officer", userId: staff.officer, officeId } as const;
  const asked = {
    invitedCode: "",
    directGround: null,
    directReason: "",
    winners: 1,
    winnerCap: null,
  };
  const chosen = { profile: "community", method: "two_way" } as const;
  await chooseMethod(await now(officer), { tenderId, ...chosen, ...asked });
  const [vote] = messagesIn("zh").projects.criteria.suggestedVote;
  if (!vote) throw new Error("there is nothing to vote on");
  const { name, guidance } = vote;
  await setCriteria(await now(officer), tenderId, [
    { kind: "quality", name, guidance, weight: 100 },
  ]);
  return tenderId;
}

/** The team, and one organization that asks a little more. */
async function apply({ team, organizations }: Street, tenderId: Id<"tender">) {
  const other = organizations[2];
  if (!other) throw new Error("no organization applies");
  const body: Manager = {
    role: "manager",
    userId: other.manager,
    organizationId: other.id,
  };
  const offers: [Manager, Fen, string][] = [
    [team, yuan(16_800), "我们就住在这里，哪里脏、哪盏灯不亮，天天看得见。"],
    [body, yuan(17_400), "有专职保洁员两名，可以统一排班。"],
  ];
  for (const [by, price, why] of offers) {
    const usual = await bidDocument({ tenderId, price });
    const responses = Object.fromEntries(Object.keys(usual.responses).map((id) => [id, why]));
    const plan = "每周二、周五打扫楼道，月初查看门灯，当天报修。";
    const document = { ...usual, plan, team: "六人轮班，一人负责排班和登记。", responses };
    await submitBid(await now(by), await sealFor(by, tenderId, document));
  }
}

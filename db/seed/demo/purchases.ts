import { answerChallenge } from "#app/domain/challenges/answer.server.ts";
import { decideChallenge } from "#app/domain/challenges/decide.server.ts";
import { fileChallenge } from "#app/domain/challenges/file.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { answerQuestion } from "#app/domain/tenders/answer.server.ts";
import { askQuestion } from "#app/domain/tenders/ask.server.ts";
import { yuan } from "#app/values/money.ts";
import { addDays, type Day, dayOf, instantOf } from "#app/values/time.ts";
import {
  bid,
  decide,
  draft,
  letSeveralWin,
  publish,
  type Street,
  sign,
  submitForReview,
} from "./buying.ts";
import { goBack } from "./time.ts";

const today = (): Day => dayOf(new Date());
const daysFromToday = (count: number) => addDays(today(), count);
const evening = (day: Day) => instantOf(day, 17 * 60);

/** Four contracts in force for two months, two of them for one service among whose providers residents choose, one result on show, one tender open, one under review. */
export async function buyServices(street: Street) {
  await goBack(80, 9);
  const homeCare = await draft(street, homeCareNeed());
  const dayCare = await draft(street, dayCareNeed());
  const haircuts = await draft(street, haircutsNeed());
  await letSeveralWin(street, haircuts, { winners: 2, winnerCap: yuan(24_000) });
  await publish(street, homeCare);
  await publish(street, dayCare);
  await publish(street, haircuts);
  await goBack(72, 10);
  await bid(street, homeCare, homeCareNeed().ceiling, [95, 97, 98]);
  await bid(street, dayCare, dayCareNeed().ceiling, [94, 99, 96]);
  await bid(street, haircuts, haircutsNeed().ceiling, [98, 90, 99]);
  await decide(street, homeCare);
  await decide(street, dayCare);
  await decide(street, haircuts);
  const contracts = {
    homeCare: (await sign(street, homeCare))[0],
    dayCare: (await sign(street, dayCare))[0],
    haircuts: await sign(street, haircuts),
  };
  return contracts;
}

/** What is going on today: each stage of a tender has one to look at. */
export async function keepBuying(street: Street) {
  await goBack(9, 9);
  const repairs = await draft(street, repairsNeed());
  await publish(street, repairs);
  await goBack(2, 10);
  await bid(street, repairs, repairsNeed().ceiling, [92, 95, 90]);
  await decide(street, repairs);
  await challengeResult(street, repairs);
  await goBack(1, 14);
  const childMinding = await draft(street, childMindingNeed());
  await publish(street, childMinding);
  await askAndAnswer(street, childMinding);
  await bid(street, childMinding, childMindingNeed().ceiling, [93, 96]);
  const meals = await draft(street, mealsNeed());
  await submitForReview(street, meals);
}

/** A loser objects, an officer answers, an approver decides that the result stands. */
async function challengeResult(
  { organizations, staff, officeId }: Street,
  tenderId: Awaited<ReturnType<typeof draft>>,
) {
  const loser = organizations[1];
  if (!loser) throw new Error("nobody lost");
  const manager = {
    role: "manager",
    userId: loser.manager,
    organizationId: loser.id,
  } as const;
  const challengeId = await fileChallenge(
    { by: manager, at: await databaseNow() },
    {
      tenderId,
      subject: "result",
      text: "我社报价较低，且有五年水电维修经验，“团队与经验”得分却低于第一名，请核对。联系人林娟，13800002345。",
    },
  );
  await goBack(1, 10);
  await answerChallenge(
    { by: { role: "officer", userId: staff.officer, officeId }, at: await databaseNow() },
    {
      challengeId,
      publishedText: "质疑人认为本社报价较低、经验较多，“团队与经验”一项得分偏低，请求核对。",
      answer:
        "经核对，三名评审的打分与评分办法一致：第一名有电工、水工持证人员八名，质疑人有三名；报价的差别已在价格分中计算。",
    },
  );
  await decideChallenge(
    { by: { role: "approver", userId: staff.approver, officeId }, at: await databaseNow() },
    { challengeId, accepted: false, reason: "打分有据，计算无误，原结果不变。" },
  );
}

async function askAndAnswer(street: Street, tenderId: Awaited<ReturnType<typeof draft>>) {
  const asker = street.organizations[1];
  if (!asker) throw new Error("nobody can ask");
  const by = { role: "manager", userId: asker.manager, organizationId: asker.id } as const;
  const text = "寒假期间是否需要全天托管？午餐由谁提供？";
  const questionId = await askQuestion({ by, at: await databaseNow() }, { tenderId, text });
  const officer = {
    role: "officer",
    userId: street.staff.officer,
    officeId: street.officeId,
  } as const;
  const answer = "寒假按全天托管计划，午餐由社区食堂统一供应，不计入报价。";
  await answerQuestion({ by: officer, at: await databaseNow() }, { tenderId, questionId, answer });
}

const homeCareNeed = () => ({
  title: "独居和高龄老人居家照护",
  need: "南湖街道80岁以上和独居老人多，子女不在身边。需要持证护理员每周上门，做助洁、助浴、测血压和陪伴聊天，发现异常当天报告社区。",
  targetGroup: "辖区80岁以上和独居老人",
  serviceType: "home_care",
  quantity: 3000,
  unit: "次",
  ceiling: yuan(360_000),
  startsOn: daysFromToday(-60),
  endsOn: daysFromToday(304),
  deadline: evening(daysFromToday(-71)),
});

const dayCareNeed = () => ({
  title: "桂苑日间照料中心运营",
  need: "桂苑日间照料中心场地已经建成，需要专业机构运营：白天照看、午餐、康复活动，工作日上下午各一场。",
  targetGroup: "辖区60岁以上老人",
  serviceType: "day_care",
  quantity: 9000,
  unit: "人次",
  ceiling: yuan(420_000),
  startsOn: daysFromToday(-60),
  endsOn: daysFromToday(304),
  deadline: evening(daysFromToday(-71)),
});

const haircutsNeed = () => ({
  title: "老人上门理发",
  need: "腿脚不便的老人出不了门理发。选两家机构，老人想找哪一家就约哪一家；理发师上门，自带工具和围布，理完清扫。",
  targetGroup: "辖区70岁以上出行不便老人",
  serviceType: "haircut",
  quantity: 2000,
  unit: "次",
  ceiling: yuan(60_000),
  startsOn: daysFromToday(-60),
  endsOn: daysFromToday(304),
  deadline: evening(daysFromToday(-71)),
});

const repairsNeed = () => ({
  title: "便民维修进楼道",
  need: "老小区水电、门锁小修小补难找人。每月两次进小区集中维修，平时电话预约上门，材料费由居民承担。",
  targetGroup: "辖区居民",
  serviceType: "repairs",
  quantity: 1200,
  unit: "次",
  ceiling: yuan(96_000),
  startsOn: daysFromToday(20),
  endsOn: daysFromToday(384),
  deadline: evening(daysFromToday(-2)),
});

const childMindingNeed = () => ({
  title: "寒假儿童托管",
  need: "双职工家庭寒假无人带娃。在锦绣邻里中心开两个班，每班不超过25人，课业辅导与手工、体育结合。",
  targetGroup: "辖区6—12岁儿童",
  serviceType: "child_minding",
  quantity: 2000,
  unit: "人次",
  ceiling: yuan(150_000),
  startsOn: daysFromToday(55),
  endsOn: daysFromToday(90),
  deadline: evening(daysFromToday(8)),
});

const mealsNeed = () => ({
  title: "高龄老人助餐配送",
  need: "为行动不便的高龄老人每天配送一顿午餐，荤素搭配、低盐低油，送餐上门并看望。",
  targetGroup: "辖区80岁以上行动不便老人",
  serviceType: "meals",
  quantity: 12_000,
  unit: "份",
  ceiling: yuan(180_000),
  startsOn: daysFromToday(45),
  endsOn: daysFromToday(409),
  deadline: evening(daysFromToday(12)),
});

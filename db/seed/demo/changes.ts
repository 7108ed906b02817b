import { confirmBid } from "#app/domain/bids/confirm.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { commentOnDraft } from "#app/domain/consultations/comment.server.ts";
import { openConsultation } from "#app/domain/consultations/open.server.ts";
import { replyToComment } from "#app/domain/consultations/reply.server.ts";
import { approveTenderAmendment } from "#app/domain/tender-amendments/approve.server.ts";
import { proposeTenderAmendment } from "#app/domain/tender-amendments/propose.server.ts";
import { findAmendable } from "#app/domain/tender-amendments/queries.server.ts";
import { yuan } from "#app/values/money.ts";
import { addDays, addTo, type Day, dayOf, days, instantOf } from "#app/values/time.ts";
import { bid, draft, publish, type Street } from "./buying.ts";
import { goBack } from "./time.ts";

const daysFromToday = (count: number): Day => addDays(dayOf(new Date()), count);
const evening = (day: Day) => instantOf(day, 17 * 60);

/** A draft open for comment, and an open tender that was amended: one of its bidders has confirmed, the other not yet. */
export async function changeSome(street: Street) {
  await goBack(1, 9);
  await consultOnPhones(street);
  await goBack(3, 9);
  await amendLectures(street);
}

const now = async <By>(by: By) => ({ by, at: await databaseNow() });

function peopleOf({ staff, officeId, organizations }: Street) {
  const [first, second] = organizations.map(({ id, manager }) => {
    return { role: "manager", userId: manager, organizationId: id } as const;
  });
  if (!first || !second) throw new Error("nobody can comment");
  const officer = { role: "officer", userId: staff.officer, officeId } as const;
  const approver = { role: "approver", userId: staff.approver, officeId } as const;
  return { first, second, officer, approver };
}

async function consultOnPhones(street: Street) {
  const { first, second, officer } = peopleOf(street);
  const tenderId = await draft(street, phoneNeed());
  await openConsultation(await now(officer), { tenderId, lastDay: null });
  const text = "建议每班不超过十二人，否则手把手教不过来。";
  const commentId = await commentOnDraft(await now(first), { tenderId, text });
  const reply = "采纳。正式公告里改为每班不超过十二人。";
  await replyToComment(await now(officer), { tenderId, commentId, reply });
  const other = "希望写明教材和场地由谁提供。";
  await commentOnDraft(await now(second), { tenderId, text: other });
}

async function amendLectures(street: Street) {
  const { second, officer, approver } = peopleOf(street);
  const need = lectureNeed();
  const tenderId = await draft(street, need);
  await publish(street, tenderId);
  await bid(street, tenderId, need.ceiling, [94, 97]);
  await goBack(1, 15);
  const found = await findAmendable(officer, tenderId);
  if (!found?.terms.deadline) throw new Error("the lectures are not open");
  const deadline = addTo(found.terms.deadline, days(3));
  const amendmentId = await proposeTenderAmendment(await now(officer), {
    tenderId,
    terms: { ...found.terms, quantity: 60, deadline },
    slip: false,
    reason: "两个社区要求加开周末场，讲座由48场增加到60场。",
  });
  await approveTenderAmendment(await now(approver), { tenderId, amendmentId });
  await confirmBid(await now(second), { tenderId, deadlineVersion: 2 });
}

const phoneNeed = () => ({
  title: "老年人智能手机课堂",
  need: "许多老人不会用手机挂号、缴费、出示健康信息。请专业机构进社区小班教学，讲完当场练，课后有人答疑。",
  targetGroup: "辖区60岁以上老人",
  serviceType: "activities",
  quantity: 80,
  unit: "班次",
  ceiling: yuan(48_000),
  startsOn: daysFromToday(60),
  endsOn: daysFromToday(240),
  deadline: evening(daysFromToday(25)),
});

const lectureNeed = () => ({
  title: "居民健康讲座",
  need: "请有资质的医生和康复师进社区讲常见病预防、合理用药和居家康复，讲后现场答疑。",
  targetGroup: "辖区居民",
  serviceType: "activities",
  quantity: 48,
  unit: "场",
  ceiling: yuan(60_000),
  startsOn: daysFromToday(40),
  endsOn: daysFromToday(320),
  deadline: evening(daysFromToday(6)),
});

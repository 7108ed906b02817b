import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Manager } from "#app/domain/act.ts";
import { confirmBid } from "#app/domain/bids/confirm.server.ts";
import { withdrawBid } from "#app/domain/bids/withdraw.server.ts";
import { answerChallenge } from "#app/domain/challenges/answer.server.ts";
import { decideChallenge } from "#app/domain/challenges/decide.server.ts";
import { escalateChallenge } from "#app/domain/challenges/escalate.server.ts";
import { moveClock, readClock } from "#app/domain/clock.server.ts";
import { listUndelivered, listWrittenLetters } from "#app/domain/mail/queries.server.ts";
import { sendLetterAgain } from "#app/domain/mail/send-again.server.ts";
import { setMailAddress } from "#app/domain/mail/set-address.server.ts";
import { record } from "#app/domain/record.server.ts";
import { saveSearch } from "#app/domain/searches/save.server.ts";
import { answerQuestion } from "#app/domain/tenders/answer.server.ts";
import { askQuestion } from "#app/domain/tenders/ask.server.ts";
import { cancelTender } from "#app/domain/tenders/cancel.server.ts";
import { closeWhenDeadlinePassed } from "#app/domain/tenders/close.server.ts";
import { suspendTender } from "#app/domain/tenders/suspend.server.ts";
import type { Mail, MailPort } from "#app/gateways/mail.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, days, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { deliveries, events, outbox } from "#db/schema/index.ts";
import { actOf, makeManager, makeOperator } from "#db/seed/factories/accounts.ts";
import { makeAwardedTender, makePublicisedTender, system } from "#db/seed/factories/awards.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { makeChallenge } from "#db/seed/factories/challenges.ts";
import { amendTender } from "#db/seed/factories/tender-amendments.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { withOwner } from "#db/testing/owner.ts";
import { deliverNext } from "./deliveries.server.ts";
import { sendMail } from "./send-mail.server.ts";

async function makeReader(by?: Manager) {
  const manager = by ?? (await makeManager());
  const email = `${newId()}@example.cn`;
  await setMailAddress(manager.userId, { email, mailLanguage: "zh" });
  return { ...manager, email };
}

/** An address of somebody who works for an office. */
async function addressOf(userId: Id<"user">) {
  const email = `${newId()}@example.cn`;
  await setMailAddress(userId, { email, mailLanguage: "zh" });
  return email;
}

async function deliverAll() {
  while ((await deliverNext()) > 0);
}

/** Everything in the outbox for an address, as the database's owner sees it. */
const lettersTo = (address: string) =>
  withOwner(
    (sql) => sql<
      { kind: string; about: Record<string, unknown>; state: string; attempts: number }[]
    >`
      select kind, about, state::text, attempts from outbox where address = ${address} order by created_at, id`,
  );
const kindsTo = async (address: string) => (await lettersTo(address)).map(({ kind }) => kind);

/** A mailbox that keeps what it gets. */
function mailbox() {
  const got: Mail[] = [];
  const port: MailPort = {
    send: async (mail) => {
      got.push(mail);
      return undefined;
    },
  };
  return { got, port };
}

async function sendAll(port: MailPort) {
  while ((await sendMail(port)) > 0);
}

describe("the receipt of a bid", () => {
  test("is mailed to its bidder, with the digest and nothing of what the bid says", async () => {
    const { tender } = await makeOpenTender();
    const by = await makeReader();
    const { digest, document } = await makeSealedBid({ tenderId: tender.id, by });
    const { got, port } = mailbox();
    await sendAll(port);
    const mail = got.find(({ to }) => to === by.email);
    expect(mail?.subject).toBe(`【街坊】投标回执：${tender.title}`);
    expect(mail?.text).toContain(digest);
    for (const said of [document.plan, document.team, String(document.priceFen), "480,000"]) {
      expect(mail?.text).not.toContain(said);
    }
  });

  test("is hidden from everybody else until the deadline, before it is sent and after", async () => {
    const { tender } = await makeOpenTender();
    const by = await makeReader();
    const other = await makeReader();
    await makeSealedBid({ tenderId: tender.id, by });
    const seenBy = async (organizationId?: Id<"organization">) => {
      const { rows } = await listWrittenLetters({ organizationId, after: undefined });
      return rows.some(({ address }) => address === by.email);
    };
    const counted = () => db.$count(outbox, eq(outbox.tenderId, tender.id));
    expect(await counted()).toBe(0);
    await sendAll(mailbox().port);
    expect(await counted()).toBe(0);
    expect(await seenBy()).toBe(false);
    expect(await seenBy(other.organizationId)).toBe(false);
    expect(await seenBy(by.organizationId)).toBe(true);
    if (tender.deadline) await moveClock(tender.deadline);
    expect(await seenBy()).toBe(true);
  });

  test("that could not be sent is not shown to the operator before the deadline", async () => {
    const { tender } = await makeOpenTender();
    const by = await makeReader();
    await makeSealedBid({ tenderId: tender.id, by });
    await sendAll({ send: async () => ({ words: "550", forGood: true }) });
    expect(await lettersTo(by.email)).toMatchObject([{ state: "given_up" }]);
    const operator = await makeOperator();
    const shown = async () =>
      (await listUndelivered(operator)).rows.filter(({ address }) => address === by.email);
    expect(await shown()).toHaveLength(0);
    if (tender.deadline) await moveClock(tender.deadline);
    expect(await shown()).toHaveLength(1);
  });

  test("goes to nobody who gave no address", async () => {
    const { tender } = await makeOpenTender();
    const by = await makeManager();
    await makeSealedBid({ tenderId: tender.id, by });
    const rows = await withOwner(
      (sql) => sql`select id from outbox where organization_id = ${by.organizationId}`,
    );
    expect(rows).toHaveLength(0);
  });
});

describe("an event is told", () => {
  test("of an amendment to all whose bid stands, and after the deadline to those who did not confirm", async () => {
    const open = await makeOpenTender();
    const { tender, officeId } = open;
    const [confirms, forgets, gone] = [await makeReader(), await makeReader(), await makeReader()];
    for (const by of [confirms, forgets, gone]) await makeSealedBid({ tenderId: tender.id, by });
    await withdrawBid(await actOf(gone), tender.id);
    await amendTender(open);
    await confirmBid(await actOf(confirms), { tenderId: tender.id, deadlineVersion: 2 });
    await deliverAll();
    expect(await db.$count(outbox, eq(outbox.tenderId, tender.id))).toBe(0);
    const kinds = ["bid.receipt", "bid.receipt", "tender.amended"];
    expect((await kindsTo(confirms.email)).sort()).toEqual(kinds);
    expect(await lettersTo(forgets.email)).toMatchObject([
      { kind: "bid.receipt" },
      { kind: "tender.amended", about: { reason: "居民提出要增加服务人数。" } },
    ]);

    await moveClock(addTo((await readClock()).now, days(30)));
    await closeWhenDeadlinePassed(await actOf(system), { officeId, tenderId: tender.id });
    await deliverAll();
    expect((await kindsTo(confirms.email)).sort()).toEqual(kinds);
    expect((await kindsTo(forgets.email)).at(-1)).toBe("bid.lapsed");
    expect(await kindsTo(gone.email)).toEqual(["bid.receipt"]);
  });

  test("to the asker and to those whose bid stands, without the teller learning who they are", async () => {
    const { tender, officer } = await makeOpenTender();
    const asker = await makeReader();
    const bidder = await makeReader();
    const gone = await makeReader();
    await makeSealedBid({ tenderId: tender.id, by: bidder });
    await makeSealedBid({ tenderId: tender.id, by: gone });
    await withdrawBid(await actOf(gone), tender.id);
    const asked = { tenderId: tender.id, text: "节假日也要上门吗？" };
    const questionId = await askQuestion(await actOf(asker), asked);
    const answer = "节假日照常上门。";
    await answerQuestion(await actOf(officer), { tenderId: tender.id, questionId, answer });
    await deliverAll();
    expect(await kindsTo(asker.email)).toEqual(["question.answered"]);
    expect(await kindsTo(bidder.email)).toEqual(["bid.receipt", "question.answered"]);
    expect(await kindsTo(gone.email)).toEqual(["bid.receipt"]);
    expect(await db.$count(outbox, eq(outbox.tenderId, tender.id))).toBe(0);
  });

  test("of a cancelled tender to its bidders, with the reason", async () => {
    const { tender, approver } = await makeOpenTender();
    const bidder = await makeReader();
    await makeSealedBid({ tenderId: tender.id, by: bidder });
    await cancelTender(await actOf(approver), {
      tenderId: tender.id,
      code: "other",
      reason: "预算调整",
    });
    await deliverAll();
    expect((await lettersTo(bidder.email)).at(-1)).toMatchObject({
      kind: "tender.cancelled",
      about: { title: tender.title, reason: "预算调整" },
    });
  });

  test("of a result to each bidder as her own came out, then of the award, and to both who sign", async () => {
    const publicised = await makeAwardedTender();
    const readers = [];
    for (const { manager } of publicised.bids) readers.push(await makeReader(manager));
    await deliverAll();
    const [winner, ...losers] = readers;
    if (!winner) throw new Error("nobody bid");
    const told = await lettersTo(winner.email);
    expect(told.find(({ kind }) => kind === "tender.result")?.about).toMatchObject({
      outcome: "first",
    });
    expect(told.find(({ kind }) => kind === "tender.awarded")?.about).toMatchObject({ won: true });
    expect(told.map(({ kind }) => kind)).toContain("contract.to_sign");
    for (const { email } of losers) {
      const lost = await lettersTo(email);
      expect(lost.map(({ kind }) => kind)).toEqual(["tender.result", "tender.awarded"]);
      expect(lost[0]?.about).toMatchObject({ outcome: "lost", reason: "综合得分最高。" });
    }
  });

  test("of a challenge to who has to answer, decide or rule, and its outcome to all who bid", async () => {
    const made = await makeChallenge();
    const { challengeId, challenger, officer, supervisor, reviewer, tender, approver } = made;
    const staff = {
      officer: await addressOf(officer.userId),
      approver: await addressOf(reviewer.userId),
      supervisor: await addressOf(supervisor.userId),
    };
    const bidders = await Promise.all([challenger, made.winner.manager].map(makeReader));
    await deliverAll();
    expect(await kindsTo(staff.officer)).toContain("challenge.to_handle");
    const said = { challengeId, publishedText: "质疑人认为打分有误。", answer: "打分无误。" };
    await answerChallenge(await actOf(officer), said);
    await deliverAll();
    expect((await lettersTo(staff.approver)).at(-1)?.about).toMatchObject({ what: "decide" });
    const decision = { challengeId, accepted: false, reason: "打分有据。" };
    await decideChallenge(await actOf(reviewer), decision);
    await escalateChallenge(await actOf(challenger), { challengeId, text: "答复没有回应。" });
    await suspendTender(await actOf(approver), { tenderId: tender.id, reason: "核查投诉。" });
    await deliverAll();
    expect((await lettersTo(staff.supervisor)).at(-1)?.about).toMatchObject({ what: "rule" });
    for (const { email } of bidders) {
      expect((await kindsTo(email)).slice(-2)).toEqual(["challenge.outcome", "tender.suspended"]);
    }
    const { got, port } = mailbox();
    await sendAll(port);
    const told = got.filter(({ to }) => to === bidders[0]?.email).map(({ subject }) => subject);
    expect(told).toContain(`【街坊】质疑不成立：${tender.title}`);
  });

  test("once, although two workers take it and it is told again", async () => {
    const { winner } = await makePublicisedTender();
    const reader = await makeReader(winner.manager);
    await atOnce(4, () => deliverNext());
    await deliverAll();
    const event = await db.query.events.findFirst({
      where: eq(events.name, "tender.publicised"),
      orderBy: (event, { desc }) => desc(event.id),
    });
    if (!event) throw new Error("nothing happened");
    await db.insert(deliveries).values({ eventId: event.id, nextAt: event.at });
    await deliverAll();
    expect(await kindsTo(reader.email)).toEqual(["tender.result"]);
  });

  test("later when a subscriber fails, then given up, and in nobody's way", async () => {
    await deliverAll();
    const { tender, approver } = await makeOpenTender();
    await cancelTender(await actOf(approver), {
      tenderId: tender.id,
      code: "other",
      reason: "预算调整",
    });
    const fail = () => Promise.reject(new Error("no"));
    for (let attempt = 0; attempt < 8; attempt += 1) {
      expect(await deliverNext(fail)).toBe(1);
      expect(await deliverNext(fail)).toBe(0);
      await moveClock(addTo((await readClock()).now, days(1)));
    }
    expect(await deliverNext(fail)).toBe(0);
    expect((await listUndelivered(await makeOperator())).untold).toBe(1);
  });
});

test("a new tender is told to who searches for it, once a person, however many searches find it", async () => {
  const open = await makeOpenTender();
  const reader = await makeReader();
  const other = await makeReader();
  const search = { serviceType: null, method: null, communityId: null, least: null, most: null };
  const save = async (by: Manager, name: string, words: string) =>
    saveSearch(await actOf(by), { ...search, name, words, notify: true });
  await save(reader, "全部", "");
  await save(reader, "名称", open.tender.title);
  await save(other, "别的", "没有这几个字");
  const { officeId, tender, approver } = open;
  const published = { name: "tender.published", tenderId: tender.id, deadline: "" } as const;
  const act = await actOf(approver);
  await db.transaction((tx) => record(tx, act, officeId, { ...published, ceiling: yuan(1) }));
  await deliverAll();
  expect(await lettersTo(reader.email)).toMatchObject([
    { kind: "tender.found", about: { title: tender.title, search: "全部" } },
  ]);
  expect(await lettersTo(other.email)).toEqual([]);
});

describe("a letter", () => {
  async function makeLetter() {
    const { tender } = await makeOpenTender();
    const by = await makeReader();
    await makeSealedBid({ tenderId: tender.id, by });
    return { by, tender };
  }

  test("is sent by one of several workers, and once", async () => {
    const { by } = await makeLetter();
    const { got, port } = mailbox();
    await atOnce(4, () => sendMail(port));
    await sendAll(port);
    expect(got.filter(({ to }) => to === by.email)).toHaveLength(1);
    expect(await lettersTo(by.email)).toMatchObject([{ state: "sent" }]);
  });

  test("waits longer after each failure, is given up after nine, and sent when the operator says so", async () => {
    const { by, tender } = await makeLetter();
    const away: MailPort = { send: async () => ({ words: "ECONNECTION", forGood: false }) };
    await sendAll(away);
    expect(await lettersTo(by.email)).toMatchObject([{ state: "waiting", attempts: 1 }]);
    await moveClock(addTo((await readClock()).now, minutes(0.5)));
    await sendAll(away);
    expect(await lettersTo(by.email)).toMatchObject([{ attempts: 1 }]);
    for (let attempt = 2; attempt <= 9; attempt += 1) {
      await moveClock(addTo((await readClock()).now, days(0.5)));
      await sendAll(away);
      expect(await lettersTo(by.email)).toMatchObject([{ attempts: attempt }]);
    }
    expect(await lettersTo(by.email)).toMatchObject([{ state: "given_up" }]);

    if (tender.deadline) await moveClock(addTo(tender.deadline, days(1)));
    const operator = await makeOperator();
    const { rows } = await listUndelivered(operator);
    const letter = rows.find(({ address }) => address === by.email);
    expect(letter).toMatchObject({ attempts: 9, lastError: "ECONNECTION" });
    const moved = `${newId()}@example.cn`;
    await setMailAddress(by.userId, { email: moved, mailLanguage: "zh" });
    const act = await actOf(operator);
    if (letter) await sendLetterAgain(act, letter.id);
    if (letter) await sendLetterAgain(act, letter.id);
    const { got, port } = mailbox();
    await sendAll(port);
    expect(got.filter(({ to }) => to === moved)).toHaveLength(1);
    const log = and(eq(events.name, "letter.sent_again"), eq(events.byUserId, operator.userId));
    expect(await db.$count(events, log)).toBe(1);
  });

  test("whose sender died is sent by another after five minutes", async () => {
    const { by } = await makeLetter();
    const died = sendMail({ send: () => Promise.reject(new Error("killed")) });
    await expect(died).rejects.toThrow("killed");
    const { got, port } = mailbox();
    await sendAll(port);
    expect(got.filter(({ to }) => to === by.email)).toHaveLength(0);
    await moveClock(addTo((await readClock()).now, minutes(6)));
    await sendAll(port);
    expect(got.filter(({ to }) => to === by.email)).toHaveLength(1);
  });

  test("is written in its reader's language, and kept where there is no mail server", async () => {
    const { tender } = await makeOpenTender();
    const by = await makeManager();
    const email = `${newId()}@example.cn`;
    await setMailAddress(by.userId, { email, mailLanguage: "en" });
    await makeSealedBid({ tenderId: tender.id, by });
    while ((await sendMail()) > 0);
    const { rows } = await listWrittenLetters({
      organizationId: by.organizationId,
      after: undefined,
    });
    expect(rows.find(({ address }) => address === email)).toMatchObject({
      state: "kept",
      language: "en",
      subject: `[Jiefang] Receipt for your bid: ${tender.title}`,
    });
  });
});

import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { OfficeRole } from "#app/domain/accounts/role.ts";
import { answerChallenge } from "#app/domain/challenges/answer.server.ts";
import { decideChallenge } from "#app/domain/challenges/decide.server.ts";
import { fileChallenge } from "#app/domain/challenges/file.server.ts";
import { databaseNow, moveClock } from "#app/domain/clock.server.ts";
import { cancelTender } from "#app/domain/tenders/cancel.server.ts";
import { closeWhenDeadlinePassed } from "#app/domain/tenders/close.server.ts";
import { failForTooFewBids } from "#app/domain/tenders/fail.server.ts";
import { handInScores } from "#app/domain/tenders/hand-in.server.ts";
import { publiciseTender } from "#app/domain/tenders/publicise.server.ts";
import { recommendBid } from "#app/domain/tenders/recommend.server.ts";
import { resumeTender } from "#app/domain/tenders/resume.server.ts";
import { signReport } from "#app/domain/tenders/sign-report.server.ts";
import { suspendTender } from "#app/domain/tenders/suspend.server.ts";
import { publisher } from "#app/http/open-data.server.ts";
import { newId } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import { addTo, days } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bids, organizations, tenders, users } from "#db/schema/index.ts";
import { ensureDemo } from "#db/seed/demo.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import { makeDraftTender } from "#db/seed/factories/tenders.ts";
import { codesIn, ocdsSchemaDir, schemaComplaints } from "#db/testing/ocds-schema.ts";
import { othersDone } from "#db/testing/others-done.ts";
import { recordProblems } from "./check.ts";
import { codeLists } from "./code-lists.ts";
import type { ContractingProcess } from "./contracting-process.ts";
import { currentState } from "./current-state.ts";
import { everyProcess, findReleases, listNews, listReleases } from "./feed.server.ts";
import { recordOf, recordPackage, releasePackage } from "./packages.ts";
import { findProcesses } from "./processes.server.ts";
import { releasesOf } from "./releases.ts";

const about = {
  uri: "https://jiefang.example.cn/open",
  publishedDate: "2026-11-30T17:00:00.000+08:00",
};

beforeAll(() => ensureDemo(), 120_000);

const readAll = async () => {
  const rows = await db.select({ id: tenders.id }).from(tenders);
  return await findProcesses(rows.map(({ id }) => id));
};

const tenderNamed = async (title: string) =>
  one(await db.select().from(tenders).where(eq(tenders.title, title)));

const userOf = async (account: string) =>
  one(await db.select().from(users).where(eq(users.account, account))).id;

const fail = (): never => {
  throw new Error("it is not published");
};

const expectSound = (process: ContractingProcess) => {
  const record = recordOf(releasesOf(process, publisher()));
  const {
    ocid: _,
    id: __,
    date: ___,
    tag: ____,
    initiationType: _____,
    ...told
  } = record.compiledRelease;
  expect(recordProblems(record)).toEqual([]);
  expect(told).toEqual(currentState(process, publisher()));
};

describe("the open data of the demo street", () => {
  test("passes the strict check, and adds up to what the rows say now", async () => {
    const processes = await readAll();
    expect(processes.length).toBeGreaterThanOrEqual(4);
    for (const process of processes) expectSound(process);
  });

  test.skipIf(!ocdsSchemaDir)(
    "is valid by the standard's own schema and code lists (skipped without OCDS_SCHEMA_DIR)",
    async () => {
      const dir = ocdsSchemaDir ?? "";
      const complaintsOf = schemaComplaints(dir);
      for (const process of await readAll()) {
        const releases = releasesOf(process, publisher());
        const packages = {
          "release-package": releasePackage(publisher(), about, releases),
          "record-package": recordPackage(publisher(), about, releases),
        } as const;
        expect(complaintsOf("release-package", packages["release-package"])).toEqual([]);
        expect(complaintsOf("record-package", packages["record-package"])).toEqual([]);
      }
      expect(complaintsOf("release-package", { ...about, releases: [{}] })).not.toEqual([]);
      const lists = { procurementMethod: "method", bidStatus: null, relatedProcess: null };
      for (const [name, ours] of Object.entries({ ...codeLists })) {
        const list = name in lists ? lists[name as keyof typeof lists] : name;
        if (list) expect(codesIn(dir, list)).toEqual(expect.arrayContaining([...ours]));
      }
    },
  );

  test("names no person who works or lives there", async () => {
    const text = JSON.stringify((await readAll()).map((each) => releasesOf(each, publisher())));
    for (const { name } of await db.select().from(users)) expect(text).not.toContain(name);
    for (const { contactPhone } of await db.select().from(organizations)) {
      expect(text).not.toContain(contactPhone);
    }
  });

  test("names a residents' team that was chosen, without an identifier of any register", async () => {
    const { id } = await tenderNamed("老旧楼道保洁和门灯巡查");
    const [process] = await findProcesses([id]);
    const { parties } = recordOf(releasesOf(process ?? fail(), publisher())).compiledRelease;
    const team = parties?.find(({ name }) => name === "锦绣护楼队");
    expect(team?.id).toMatch(/^organization-/);
    expect(team?.roles).toContain("supplier");
    expect(team).not.toHaveProperty("identifier");
  });

  test("holds milestones accepted and paid", async () => {
    const [process] = (await readAll()).filter(({ contracts }) => contracts.length > 0);
    const [milestone, ...rest] = process?.milestones ?? [];
    if (!process || !milestone) throw new Error("the demo has no contract");
    const acceptedAt = await databaseNow();
    const paidAt = addTo(acceptedAt, days(1));
    const pay = fen(milestone.cap - 1);
    const about = { milestoneId: milestone.id, pay };
    const paid: ContractingProcess = {
      ...process,
      milestones: [{ ...milestone, state: "paid", pay, acceptedAt, paidAt }, ...rest],
      events: [
        ...process.events,
        { name: "milestone.accepted", id: newId(), at: acceptedAt, ...about },
        { name: "milestone.paid", id: newId(), at: paidAt, reference: "2026-1", ...about },
      ],
    };
    expectSound(paid);
    const { compiledRelease } = recordOf(releasesOf(paid, publisher()));
    expect(compiledRelease.contracts?.[0]?.implementation).toMatchObject({
      milestones: [{ status: "partiallyMet" }],
      transactions: [{ value: { amount: pay / 100, currency: "CNY" } }],
    });
  });
});

describe("the feed", () => {
  beforeAll(othersDone);

  test("page by page holds what the bulk file holds, each release once", async () => {
    const bulk: string[] = [];
    for await (const releases of everyProcess(publisher())) {
      bulk.push(...releases.map(({ id }) => id));
    }
    const first = await listReleases(publisher(), undefined);
    const [half] = first.releases.slice(3);
    const rest = await listReleases(publisher(), half?.id as never);
    const paged = [...first.releases.slice(0, 4), ...rest.releases].map(({ id }) => id);
    expect(first.next).toBeUndefined();
    expect([...paged].sort()).toEqual([...bulk].sort());
    expect(new Set(paged).size).toBe(paged.length);
  });

  test("tells of notices and results, the newest first", async () => {
    const news = await listNews();
    expect(news[0]).toMatchObject({ name: "tender.published", title: "寒假儿童托管" });
    expect(news.map(({ name }) => name)).toContain("contract.activated");
    expect(news.map(({ title }) => title)).not.toContain("高龄老人助餐配送");
  });
});

describe("a challenge", () => {
  const tenderId = async () => (await tenderNamed("便民维修进楼道")).id;

  async function sound() {
    const id = await tenderId();
    for (const process of await findProcesses([id])) expectSound(process);
    return await findReleases(publisher(), id);
  }

  async function people() {
    const { id, officeId } = await tenderNamed("便民维修进楼道");
    const of = async <R extends OfficeRole>(role: R, account: string) =>
      await actOf({ role, userId: await userOf(account), officeId });
    const { organizationId, ...bid } = one(
      await db
        .select({ organizationId: bids.organizationId, id: bids.id })
        .from(bids)
        .innerJoin(organizations, eq(organizations.id, bids.organizationId))
        .where(and(eq(bids.tenderId, id), eq(organizations.name, "邻里互助服务中心"))),
    );
    const challenger = { role: "manager", userId: await userOf("linli"), organizationId } as const;
    return { of, bidId: bid.id, challenger: await actOf(challenger) };
  }

  test("that the office rejected stands in the data as a complaint with its decision", async () => {
    const releases = await sound();
    expect(releases.at(-1)).toMatchObject({
      tag: ["tenderUpdate"],
      tender: { documents: [{ documentType: "complaints" }] },
    });
  });

  test("that is accepted takes the award away, and another one may come", async () => {
    const { of, bidId, challenger } = await people();
    const id = await tenderId();
    const approver = await of("approver", "zhangjianguo");
    await suspendTender(approver, { tenderId: id, reason: "核查质疑。" });
    await sound();
    await resumeTender(approver, { tenderId: id, reason: "核查完毕。" });
    await sound();
    const filing = { tenderId: id, subject: "result", text: "方案第三页没有计分。" } as const;
    const challengeId = await fileChallenge(challenger, filing);
    await answerChallenge(await of("officer", "liwen"), {
      challengeId,
      publishedText: "方案第三页没有计分。",
      answer: "情况属实。",
    });
    const before = await findReleases(publisher(), id);
    await decideChallenge(approver, { challengeId, accepted: true, reason: "打分有遗漏。" });
    const after = await sound();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.at(-1)).toMatchObject({
      tag: ["tenderUpdate", "awardCancellation"],
      tender: { status: "active" },
      awards: [{ status: "cancelled" }],
    });

    for (const account of ["zhaominhua", "wuqiming", "zhengadi"]) {
      await handInScores(await of("panel", account), id);
    }
    await signReport(await of("panel", "zhaominhua"), id);
    await sound();
    const reason = "重新评审后方案更优。";
    await recommendBid(await of("officer", "liwen"), { tenderId: id, bidId, reason });
    await publiciseTender(approver, id);
    expect((await sound()).at(-1)?.awards).toContainEqual(
      expect.objectContaining({ id: bidId, status: "pending" }),
    );
  });
});

describe("what is not public yet", () => {
  test("before its publication there is nothing of a tender, whatever becomes of it", async () => {
    const { tender, approver } = await makeDraftTender({ tender: { status: "in_review" } });
    await cancelTender(await actOf(approver), {
      tenderId: tender.id,
      code: "need_changed",
      reason: "不买了",
    });
    expect(await findReleases(publisher(), tender.id)).toEqual([]);
    expect((await listNews()).map(({ tenderId }) => tenderId)).not.toContain(tender.id);
  });

  test("before the deadline nothing of a bid and no asker; afterwards the asker, and old releases as they were", async () => {
    const open = await tenderNamed("寒假儿童托管");
    const before = await findReleases(publisher(), open.id);
    const text = JSON.stringify(before);
    expect(before.at(-1)?.tender?.enquiries).toHaveLength(1);
    for (const { name } of await db.select().from(organizations)) expect(text).not.toContain(name);
    expect(text).not.toMatch(/"bids"|tenderer/i);

    if (open.deadline) await moveClock(open.deadline);
    const { officeId } = open;
    const clock = await actOf({ role: "system", userId: null } as const);
    await closeWhenDeadlinePassed(clock, { officeId, tenderId: open.id });
    const officer = { role: "officer", userId: await userOf("liwen"), officeId } as const;
    await failForTooFewBids(await actOf(officer), { tenderId: open.id, reason: "投标不足三家" });

    const after = await findReleases(publisher(), open.id);
    expect(after.slice(0, before.length)).toEqual(before);
    const [closed, failed] = after.slice(before.length);
    expect(closed?.tender?.enquiries?.[0]?.author?.name).toBe("康乐养老服务社");
    expect(failed).toMatchObject({
      tag: ["tenderCancellation"],
      tender: { status: "unsuccessful" },
    });
    expect(JSON.stringify(after)).not.toContain("bids");
    for (const process of await findProcesses([open.id])) expectSound(process);
  });

  test("an award falls with its tender, and the releases before stay", async () => {
    const { id: tenderId, officeId } = await tenderNamed("便民维修进楼道");
    const before = await findReleases(publisher(), tenderId);
    const approver = { role: "approver", userId: await userOf("zhangjianguo"), officeId } as const;
    await cancelTender(await actOf(approver), {
      tenderId,
      code: "need_changed",
      reason: "小区改造，维修并入物业",
    });
    const after = await findReleases(publisher(), tenderId);
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toMatchObject({
      tag: ["tenderCancellation", "awardCancellation"],
      tender: { status: "cancelled", documents: [{ description: "小区改造，维修并入物业" }] },
      awards: [{ status: "cancelled" }],
    });
    for (const process of await findProcesses([tenderId])) expectSound(process);
  });
});

import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asOrganization } from "#app/domain/bids/as-organization.server.ts";
import { submitBid } from "#app/domain/bids/submit.server.ts";
import { moveClock } from "#app/domain/clock.server.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, days, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import {
  bids,
  events,
  fundBalances,
  projectBalances,
  projects,
  tenderAmendments,
  tenders,
} from "#db/schema/index.ts";
import { actOf, makeManager } from "#db/seed/factories/accounts.ts";
import { bidDocument, makeSealedBid, sealFor } from "#db/seed/factories/bids.ts";
import { drainFund } from "#db/seed/factories/fund.ts";
import { amendTender, makeTenderAmendment } from "#db/seed/factories/tender-amendments.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { withOwner } from "#db/testing/owner.ts";
import { approveTenderAmendment } from "./approve.server.ts";
import { dropTenderAmendment } from "./drop.server.ts";
import { listTenderAmendments } from "./queries.server.ts";

type Open = Awaited<ReturnType<typeof makeOpenTender>>;

const nowOf = async ({ tender, project }: Open) => ({
  tender: one(await db.select().from(tenders).where(eq(tenders.id, tender.id))),
  project: one(await db.select().from(projects).where(eq(projects.id, project.id))),
});
const deadlineOf = ({ tender: { deadline } }: Open) => {
  if (!deadline) throw new Error("no deadline");
  return deadline;
};
const approvalOf = async (
  open: Open,
  amendmentId: Awaited<ReturnType<typeof makeTenderAmendment>>,
) => {
  const act = await actOf(open.approver);
  return () => approveTenderAmendment(act, { tenderId: open.tender.id, amendmentId });
};

describe("an amendment", () => {
  test("changes the file for everybody once another person approves it, with what stood there before", async () => {
    const open = await makeOpenTender();
    const amendmentId = await makeTenderAmendment(open);
    expect((await nowOf(open)).project.quantity).toBe(300);
    expect(await listTenderAmendments(open.tender.id)).toEqual([]);

    await (await approvalOf(open, amendmentId))();
    const { tender, project } = await nowOf(open);
    const deadline = addTo(deadlineOf(open), days(5));
    expect(project.quantity).toBe(320);
    expect(tender).toMatchObject({ status: "open", deadline, deadlineVersion: 2 });
    expect(await listTenderAmendments(open.tender.id)).toMatchObject([
      {
        number: 1,
        reason: "居民提出要增加服务人数。",
        changes: [
          { field: "quantity", from: 300, to: 320 },
          { field: "deadline", from: deadlineOf(open).toISOString(), to: deadline.toISOString() },
        ],
      },
    ]);
    const told = and(eq(events.officeId, open.officeId), eq(events.name, "tender.amended"));
    expect(await db.select().from(events).where(told)).toMatchObject([
      { detail: { number: 1, material: true, deadline: deadline.toISOString() } },
    ]);
  });

  test("may follow another, and is numbered on", async () => {
    const open = await makeOpenTender();
    await amendTender(open);
    const dropped = await makeTenderAmendment(open);
    const about = { tenderId: open.tender.id, amendmentId: dropped };
    await dropTenderAmendment(await actOf(open.officer), about);
    await amendTender(open, { change: { title: "老年人探访服务" }, slip: true });
    expect(await listTenderAmendments(open.tender.id)).toMatchObject([
      { number: 1, slip: false },
      { number: 2, slip: true },
    ]);
    expect((await nowOf(open)).tender).toMatchObject({
      title: "老年人探访服务",
      deadlineVersion: 3,
    });
  });

  test("that was decided is changed or deleted by nobody", async () => {
    const open = await makeOpenTender();
    const id = await amendTender(open);
    const own = eq(tenderAmendments.id, id);
    const changed = db.update(tenderAmendments).set({ reason: "别的原因" }).where(own);
    await expect(changed).rejects.toThrow();
    await expect(db.delete(tenderAmendments).where(own)).rejects.toThrow();
  });
});

describe("refused is", () => {
  test("a second proposal while one waits", async () => {
    const open = await makeOpenTender();
    await makeTenderAmendment(open);
    await expect(makeTenderAmendment(open)).rejects.toMatchObject({
      code: "tender_amendment.another_open",
    });
  });

  test("approval by whoever proposed it", async () => {
    const open = await makeOpenTender();
    const both = { ...open, approver: { ...open.officer, role: "approver" as const } };
    await expect(amendTender(both)).rejects.toMatchObject({
      code: "tender_amendment.own_proposal",
    });
  });

  test("what another office proposed, and what was decided already", async () => {
    const open = await makeOpenTender();
    const { approver } = await makeOpenTender();
    await expect(amendTender({ ...open, approver })).rejects.toMatchObject({ code: "not_found" });
    const id = one(
      await db.select().from(tenderAmendments).where(eq(tenderAmendments.tenderId, open.tender.id)),
    ).id;
    const approve = await approvalOf(open, id);
    await approve();
    await expect(approve()).rejects.toMatchObject({ code: "lifecycle.not_now" });
  });

  test("anything from the deadline on, by the database's clock", async () => {
    const open = await makeOpenTender();
    const id = await makeTenderAmendment(open);
    const approve = await approvalOf(open, id);
    await moveClock(addTo(deadlineOf(open), -minutes(1)));
    await moveClock(deadlineOf(open));
    await expect(approve()).rejects.toMatchObject({ code: "tender_amendment.too_late" });
    await expect(makeTenderAmendment(open)).rejects.toMatchObject({
      code: "tender_amendment.too_late",
    });
    await dropTenderAmendment(await actOf(open.officer), {
      tenderId: open.tender.id,
      amendmentId: id,
    });
  });

  test("too little more time, and more for a method than it may cost", async () => {
    const open = await makeOpenTender();
    await expect(makeTenderAmendment(open, { change: { quantity: 10 } })).rejects.toMatchObject({
      code: "tender_amendment.too_short",
    });
    const deadline = addTo(deadlineOf(open), days(5));
    const change = { ceiling: yuan(90_000_000), deadline };
    await expect(amendTender(open, { change })).rejects.toMatchObject({
      code: "method.not_allowed",
    });
    expect((await nowOf(open)).project.ceiling).toBe(open.project.ceiling);
  });
});

describe("the money reserved", () => {
  const held = async (open: Open) => {
    const reserved = and(
      eq(projectBalances.projectId, open.project.id),
      eq(projectBalances.account, "reserved"),
    );
    const available = and(
      eq(fundBalances.fundId, open.fundId),
      eq(fundBalances.account, "available"),
    );
    return {
      reserved: one(await db.select().from(projectBalances).where(reserved)).amount,
      available: one(await db.select().from(fundBalances).where(available)).amount,
    };
  };
  const toCost = (open: Open, ceiling: number) => ({
    change: { ceiling: yuan(ceiling), deadline: addTo(deadlineOf(open), days(3)) },
  });

  test("goes up and down with the ceiling", async () => {
    const open = await makeOpenTender();
    const before = await held(open);
    await amendTender(open, toCost(open, 510_000));
    expect(await held(open)).toEqual({
      reserved: yuan(510_000),
      available: before.available - yuan(2_000),
    });
    const later = one(await db.select().from(tenders).where(eq(tenders.id, open.tender.id)));
    await amendTender(open, toCost({ ...open, tender: later }, 500_000));
    expect(await held(open)).toEqual({
      reserved: yuan(500_000),
      available: before.available + yuan(8_000),
    });
  });

  test("has to be there: a raise that the fund does not hold changes nothing", async () => {
    const open = await makeOpenTender();
    await drainFund(open);
    await expect(amendTender(open, toCost(open, 509_000))).rejects.toMatchObject({
      code: "fund.not_enough",
    });
    expect((await nowOf(open)).tender.deadlineVersion).toBe(1);
  });
});

test("a bid handed in at the very moment of the approval has to be confirmed, or to be sealed anew", async () => {
  const seen = new Set<string>();
  for (let time = 0; time < 6; time += 1) {
    const open = await makeOpenTender();
    const by = await makeManager();
    const document = await bidDocument({ tenderId: open.tender.id });
    const sealed = await sealFor(by, open.tender.id, document);
    const approve = await approvalOf(open, await makeTenderAmendment(open));
    const act = await actOf(by);
    const { refused } = await atOnce(2, async (index) => {
      await (index === time % 2 ? approve() : submitBid(act, sealed));
    });
    const held = await asOrganization(by, (tx) =>
      tx.select({ state: bids.state }).from(bids).where(eq(bids.tenderId, open.tender.id)),
    );
    const refusedAs = refused.map((error) => (error as { code: string }).code).join();
    const outcome = `${held.map(({ state }) => state).join()}|${refusedAs}`;
    expect(["needs_confirm|", "|bid.deadline_changed"]).toContain(outcome);
    seen.add(outcome);
  }
  expect(seen.size).toBeGreaterThan(0);
});

test("of two approvals at once one counts", async () => {
  const open = await makeOpenTender();
  const approve = await approvalOf(open, await makeTenderAmendment(open));
  const { done, refused } = await atOnce(2, approve);
  expect([done.length, refused]).toEqual([
    1,
    [expect.objectContaining({ code: "lifecycle.not_now" })],
  ]);
  expect((await nowOf(open)).tender.deadlineVersion).toBe(2);
});

test("asking bidders to confirm touches no bid that stands for the file as it is", async () => {
  const open = await makeOpenTender();
  const { by } = await makeSealedBid({ tenderId: open.tender.id });
  await withOwner((sql) => sql`select ask_bidders_to_confirm(${open.tender.id}::uuid)`);
  const own = await asOrganization(by, (tx) =>
    tx.select().from(bids).where(eq(bids.tenderId, open.tender.id)),
  );
  expect(own).toMatchObject([{ state: "submitted" }]);
});

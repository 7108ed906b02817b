import { and, eq } from "drizzle-orm";
import { expect } from "vitest";
import { asOrganization } from "#app/domain/bids/as-organization.server.ts";
import { findNotice } from "#app/domain/tenders/notice-queries.server.ts";
import { findPublishedSheet } from "#app/domain/tenders/published-sheet.server.ts";
import { listVisibleScores } from "#app/domain/tenders/score-queries.server.ts";
import { statusAt, type TenderStatus } from "#app/domain/tenders/tender.ts";
import { db } from "#db/client.server.ts";
import { bids, receipts, scores } from "#db/schema/index.ts";
import { clockOf, inState, type PlainTender, statusOf } from "./plain-tender.ts";
import { managerOf, type RealTender } from "./real-tender.ts";

/** The real tender is what the plain one says, and shows nobody what is not hers to see yet. */
export async function expectSame(plain: PlainTender, real: RealTender) {
  expect(await stateOf(real)).toEqual({
    status: statusOf(plain),
    bids: plain.bids.map((state) => state ?? null),
    contract: plain.contract === "none" ? null : plain.contract,
    balances: { ...plain.balances },
    suspended: plain.suspendedAt !== undefined,
    challenges: plain.challenge ? 1 : 0,
  });
  await expectSealed(plain, real);
  await expectBlind(plain, real);
}

async function stateOf({ owner, tenderId, managers, fundId }: RealTender) {
  const [tender] = await owner<
    {
      status: TenderStatus;
      deadline: Date;
      suspendedAt: Date | null;
      now: Date;
      contract: string | null;
      challenges: number;
    }[]
  >`select status, deadline, suspended_at as "suspendedAt", clock_now() as now,
      (select status from contracts where tender_id = ${tenderId} order by id desc limit 1)
        as contract,
      (select count(*)::int from challenges c where c.tender_id = ${tenderId}
        and c.state in ('filed', 'answered', 'escalated')) as challenges
    from tenders where id = ${tenderId}`;
  if (!tender) throw new Error("the tender is gone");
  const held = await owner<{ organizationId: string; state: string }[]>`
    select organization_id as "organizationId", state from bids where tender_id = ${tenderId}`;
  const accounts = await owner<{ account: string; amount: string }[]>`
    select account, amount from fund_balances where fund_id = ${fundId}`;
  const balances = Object.fromEntries(
    accounts.map(({ account, amount }) => [account, Number(amount)]),
  );
  return {
    status: statusAt(tender, tender.now),
    bids: managers.map(
      (by) => held.find((bid) => bid.organizationId === by.organizationId)?.state ?? null,
    ),
    contract: tender.contract,
    balances: { ...noBalances, ...balances },
    suspended: tender.suspendedAt !== null,
    challenges: tender.challenges,
  };
}

const noBalances = {
  appropriation: 0,
  available: 0,
  reserved: 0,
  committed: 0,
  payable: 0,
  paid: 0,
  surplus: 0,
};

/** Until the deadline nobody but its bidder sees a bid or its receipt; until the opening nobody sees what is in it. */
async function expectSealed(plain: PlainTender, real: RealTender) {
  const { tenderId } = real;
  const ofTender = eq(bids.tenderId, tenderId);
  const made = plain.bids.filter((state) => state !== undefined).length;
  const before = clockOf(plain) < plain.deadline;
  const seen = await db
    .select({ price: bids.price, document: bids.document })
    .from(bids)
    .where(ofTender);
  expect(seen).toHaveLength(before ? 0 : made);
  if (before) {
    expect(await db.$count(receipts, eq(receipts.tenderId, tenderId))).toBe(0);
    const bidder = plain.bids.indexOf(undefined);
    const stranger = managerOf(real, Math.max(bidder, 0));
    const hers = await asOrganization(stranger, (tx) => tx.$count(bids, ofTender));
    expect(hers).toBe(bidder < 0 ? 1 : 0);
  }
  const opened = inState(plain, "opened", "scored", "won", "lost", "rejected", "disqualified");
  const readable = seen.filter(({ price, document }) => price !== null || document !== null);
  expect(readable).toHaveLength(opened.length);
}

/** Until the whole panel has handed in nobody sees another's scores; until it is public nobody outside sees the sheet. */
async function expectBlind(plain: PlainTender, real: RealTender) {
  const { tenderId, officer, panel } = real;
  if (plain.handedIn.size < panel.length) {
    expect(await listVisibleScores(officer, tenderId)).toEqual([]);
    for (const [index, member] of panel.entries()) {
      const visible = await listVisibleScores(member, tenderId);
      const own = and(eq(scores.tenderId, tenderId), eq(scores.memberId, member.userId));
      expect(visible).toHaveLength(await db.$count(scores, own));
      expect(visible.length > 0).toBe(plain.scored.has(index));
    }
  }
  const shown = await findPublishedSheet(tenderId);
  expect(shown !== undefined).toBe(plain.publicised);
  expect((await findNotice(tenderId)) !== undefined).toBe(plain.published);
}

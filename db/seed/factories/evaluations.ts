import { createHash } from "node:crypto";
import { databaseNow } from "#app/domain/clock.server.ts";
import { type FundAmounts, type MoveKind, postingsFor } from "#app/domain/fund/ledger.ts";
import type { MethodRules } from "#app/domain/tenders/profile.ts";
import { findRules } from "#app/domain/tenders/rules.server.ts";
import type { CriterionKind, Method } from "#app/domain/tenders/tender.ts";
import { type Id, newId } from "#app/values/id.ts";
import { type Fen, fen, yuan } from "#app/values/money.ts";
import { addDays, addTo, type Day, dayOf, days, minutes } from "#app/values/time.ts";
import { db, type Tx } from "../../client.server.ts";
import { one } from "../../rows.ts";
import {
  bids,
  criteria,
  funds,
  fundTransactions,
  postings,
  projects,
  tenders,
} from "../../schema/index.ts";
import { makeManager, makeOffice, makeOfficeActor, makeOrganization } from "./accounts.ts";

type Bidder = { organizationId?: Id<"organization">; price: Fen };

type EvaluationWish = {
  officeId?: Id<"office">;
  ceiling?: Fen;
  bidders?: Bidder[];
  criteria?: { kind: CriterionKind; name: string; weight: number }[];
  method?: Method;
  /** How many days ago the bids were opened; the service period is the year from then. */
  openedDaysAgo?: number;
  /** Where the tender was published by other rules than the usual ones. */
  rules?: Partial<MethodRules>;
  /** Where several win: how many, and what each one's contract is worth. */
  several?: { winners: number; winnerCap: Fen };
};

const usualCriteria: NonNullable<EvaluationWish["criteria"]> = [
  { kind: "price", name: "报价", weight: 30 },
  { kind: "quality", name: "服务方案", weight: 40 },
  { kind: "quality", name: "团队与经验", weight: 20 },
  { kind: "performance", name: "履约评价", weight: 10 },
];

/**
 * A tender whose bids were opened (yesterday unless told otherwise) and wait to be scored, its ceiling reserved in a fund of its own.
 * Three bidders unless told otherwise; no panel is named yet.
 */
export async function makeEvaluation(wish: EvaluationWish = {}) {
  const officeId = wish.officeId ?? (await makeOffice()).id;
  const ceiling = wish.ceiling ?? yuan(508_000);
  const openedAt = addTo(await databaseNow(), -days(wish.openedDaysAgo ?? 1));
  const officer = await makeOfficeActor("officer", officeId);
  const approver = await makeOfficeActor("approver", officeId);
  const startsOn = dayOf(openedAt);
  const endsOn = addDays(startsOn, 364);
  const method = wish.method ?? (wish.several ? "panel" : "open_scored");
  const rules = { ...(await findRules("community", method)), ...wish.rules };
  const people = { officer, approver };
  const terms = { ceiling, method, rules, several: wish.several };
  const place = { officeId, openedAt, startsOn, endsOn, ...people, ...terms };

  const { project, tender } = await db.transaction((tx) => insertTender(tx, place));
  const lines = (wish.criteria ?? usualCriteria).map((line, position) => ({
    tenderId: tender.id,
    position: position + 1,
    ...line,
  }));
  const criteriaOfTender = await db.insert(criteria).values(lines).returning();
  const bidders = wish.bidders ?? [
    { price: yuan(480_000) },
    { price: yuan(460_000) },
    { price: yuan(500_000) },
  ];
  const opened = [];
  for (const [index, bidder] of bidders.entries()) {
    const submittedAt = addTo(openedAt, minutes(index) - days(2));
    opened.push(await insertBid(tender, criteriaOfTender, bidder, submittedAt));
  }
  return { officeId, officer, approver, project, tender, criteria: criteriaOfTender, bids: opened };
}

/** Write one movement of a fund as the ledger's rules have it. */
export async function insertMovement(
  tx: Tx,
  movement: Omit<typeof fundTransactions.$inferInsert, "kind"> & { kind: MoveKind },
  amounts: FundAmounts,
) {
  const transaction = one(await tx.insert(fundTransactions).values(movement).returning());
  const { fundId, projectId } = movement;
  const sides = postingsFor(movement.kind, amounts);
  await tx
    .insert(postings)
    .values(sides.map((side) => ({ transactionId: transaction.id, fundId, projectId, ...side })));
}

type Place = {
  officeId: Id<"office">;
  ceiling: Fen;
  openedAt: Date;
  startsOn: Day;
  endsOn: Day;
  officer: { userId: Id<"user"> };
  approver: { userId: Id<"user"> };
  method: Method;
  rules: MethodRules;
  several: EvaluationWish["several"];
};

async function insertTender(tx: Tx, place: Place) {
  const { officeId, ceiling, openedAt, officer, approver, method, rules, several } = place;
  const publishedAt = addTo(openedAt, -days(9));
  const fund = await insertFund(tx, place);
  const project = await insertProject(tx, place, fund.id);
  const tender = one(
    await tx
      .insert(tenders)
      .values({
        officeId,
        projectId: project.id,
        title: project.title,
        status: "evaluating",
        method,
        ...several,
        rules,
        contractDraft: "乙方为辖区独居老人提供居家照护服务，甲方按验收结果付款。",
        authorId: officer.userId,
        approverId: approver.userId,
        publishedAt,
        deadline: addTo(openedAt, -days(1)),
        openedAt,
      })
      .returning(),
  );
  const move = { fundId: fund.id, at: publishedAt, byUserId: approver.userId };
  const allocation = { ...move, kind: "allocate", entityId: newId() } as const;
  await insertMovement(tx, allocation, { amount: fen(ceiling * 2) });
  const publication = {
    ...move,
    kind: "publish",
    entityId: tender.id,
    projectId: project.id,
  } as const;
  await insertMovement(tx, publication, { amount: ceiling });
  return { project, tender };
}

async function insertFund(tx: Tx, { officeId, startsOn }: Place) {
  const name = `购买服务资金 ${newId().slice(-6)}`;
  const year = Number(startsOn.slice(0, 4));
  return one(await tx.insert(funds).values({ officeId, year, name }).returning());
}

async function insertProject(tx: Tx, place: Place, fundId: Id<"fund">) {
  const { officeId, ceiling, openedAt, startsOn, endsOn, officer } = place;
  const suffix = newId().slice(-6);
  return one(
    await tx
      .insert(projects)
      .values({
        officeId,
        fundId,
        number: `${startsOn.slice(0, 4)}-${suffix}`,
        title: `独居老人居家照护 ${suffix}`,
        need: "辖区独居老人多，子女不在身边，需要有人定期上门照护。",
        targetGroup: "独居老人",
        serviceType: "home_care",
        quantity: 300,
        unit: "人",
        ceiling,
        startsOn,
        endsOn,
        authorId: officer.userId,
        createdAt: addTo(openedAt, -days(20)),
      })
      .returning(),
  );
}

async function insertBid(
  tender: { id: Id<"tender"> },
  criteriaOfTender: (typeof criteria.$inferSelect)[],
  { organizationId, price }: Bidder,
  submittedAt: Date,
) {
  const organization = organizationId ?? (await makeOrganization()).id;
  const manager = await makeManager(organization);
  const ciphertext = new TextEncoder().encode(newId());
  const quality = criteriaOfTender.filter(({ kind }) => kind === "quality");
  const bid = one(
    await db
      .insert(bids)
      .values({
        tenderId: tender.id,
        organizationId: organization,
        state: "opened",
        deadlineVersion: 1,
        ciphertext,
        digest: createHash("sha256").update(ciphertext).digest("hex"),
        submittedAt,
        submittedBy: manager.userId,
        price,
        document: {
          priceFen: price,
          plan: "每周上门两次，每次一小时，节假日不停。",
          team: "护理员六名，均持证，另有社工一名。",
          contactName: "陈立",
          contactPhone: "0571-5550-2000",
          responses: Object.fromEntries(quality.map(({ id }) => [id, "见服务方案。"])),
        },
      })
      .returning(),
  );
  if (!bid.price) throw new Error("the bid has no price");
  return { ...bid, price: bid.price, manager };
}

import { and, asc, eq, inArray, isNotNull, notInArray, sql } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { communities, offices, serviceTypes } from "#db/schema/offices.ts";
import { organizations } from "#db/schema/organizations.ts";
import { projectCommunities, projects } from "#db/schema/projects.ts";
import { questions } from "#db/schema/questions.ts";
import { finalCalls } from "#db/schema/talks.ts";
import { criteria, tenders } from "#db/schema/tenders.ts";
import { isFinalRound } from "../tenders/method.ts";
import { readAmendments, readFileAmendments } from "./amendments.server.ts";
import type { ContractingProcess } from "./contracting-process.ts";
import { readHistories } from "./histories.server.ts";
import { readContracts, readMilestones } from "./signed.server.ts";

type TenderId = Id<"tender">;

/** Everything public about the published tenders among these, in their order, in a constant number of queries. */
export async function findProcesses(tenderIds: readonly TenderId[]): Promise<ContractingProcess[]> {
  const wanted = [...tenderIds];
  if (wanted.length === 0) return [];
  const [rows, lines, asked, opened, signed, changed] = await Promise.all([
    readTenders(wanted),
    readCriteria(wanted),
    readQuestions(wanted),
    readOpenedBids(wanted),
    readContracts(wanted),
    readFileAmendments(wanted),
  ]);
  const [due, amended, involved, histories] = await Promise.all([
    readMilestones(signed),
    readAmendments(signed),
    readOrganizations([...asked, ...opened, ...signed].map((each) => each.organizationId)),
    readHistories(wanted),
  ]);
  const all = { lines, asked, opened, signed, changed, due, amended, involved, histories };
  return wanted.flatMap((tenderId) => {
    const row = rows.find(({ tender }) => tender.id === tenderId);
    return row ? processOf(row, all) : [];
  });
}

type All = {
  lines: Awaited<ReturnType<typeof readCriteria>>;
  asked: Awaited<ReturnType<typeof readQuestions>>;
  opened: Awaited<ReturnType<typeof readOpenedBids>>;
  signed: Awaited<ReturnType<typeof readContracts>>;
  changed: Awaited<ReturnType<typeof readFileAmendments>>;
  due: Awaited<ReturnType<typeof readMilestones>>;
  amended: Awaited<ReturnType<typeof readAmendments>>;
  involved: ContractingProcess["organizations"];
  histories: Awaited<ReturnType<typeof readHistories>>;
};

/** Of all that was read, what belongs to one tender. */
function processOf(
  { tender, project, office, serviceType, communities: names }: TenderRow,
  { lines, asked, opened, signed, changed, due, amended, involved, histories }: All,
): ContractingProcess[] {
  const { publishedAt, deadline } = tender;
  if (!publishedAt || !deadline) return [];
  const of = <Row extends { tenderId: TenderId }>(rows: readonly Row[]) =>
    rows.filter((row) => row.tenderId === tender.id);
  const final = isFinalRound(tender);
  const own = { questions: of(asked), bids: final ? of(opened) : [], contracts: of(signed) };
  const openedAt = final ? tender.openedAt : null;
  const theirs = new Set(
    Object.values(own).flatMap((rows) => rows.map((row) => row.organizationId)),
  );
  const contractIds = new Set(own.contracts.map(({ id }) => id));
  return [
    {
      ...own,
      tender: { ...tender, publishedAt, deadline, openedAt },
      project: { ...project, serviceType, communities: names },
      office,
      criteria: of(lines),
      organizations: involved.filter(({ id }) => theirs.has(id)),
      fileAmendments: of(changed).flatMap(({ at, ...rest }) => (at ? [{ ...rest, at }] : [])),
      amendments: amended.filter(({ contractId }) => contractIds.has(contractId)),
      milestones: due.filter(({ contractId }) => contractIds.has(contractId)),
      ...(histories.get(tender.id) ?? { events: [], dropped: [] }),
    },
  ];
}

type TenderRow = Awaited<ReturnType<typeof readTenders>>[number];

const readCriteria = (wanted: TenderId[]) =>
  db
    .select()
    .from(criteria)
    .where(inArray(criteria.tenderId, wanted))
    .orderBy(asc(criteria.position));

const readQuestions = (wanted: TenderId[]) =>
  db
    .select()
    .from(questions)
    .where(inArray(questions.tenderId, wanted))
    .orderBy(asc(questions.askedAt), asc(questions.id));

function readTenders(wanted: TenderId[]) {
  return db
    .select({
      tender: {
        id: tenders.id,
        title: tenders.title,
        status: tenders.status,
        method: tenders.method,
        round: tenders.round,
        noticeNumber: tenders.noticeNumber,
        rerunOf: tenders.rerunOf,
        publishedAt: tenders.publishedAt,
        deadline: tenders.deadline,
        firstDeadline: finalCalls.firstDeadline,
        openedAt: tenders.openedAt,
        publicisedAt: tenders.publicisedAt,
        standstillEndsAt: tenders.standstillEndsAt,
        recommendedBidId: tenders.recommendedBidId,
        alsoRecommended: tenders.alsoRecommended,
        winnerCap: tenders.winnerCap,
        endedAt: tenders.endedAt,
        endedReason: tenders.endedReason,
      },
      project: {
        number: projects.number,
        need: projects.need,
        quantity: projects.quantity,
        unit: projects.unit,
        ceiling: projects.ceiling,
        serviceMonths: projects.serviceMonths,
        startsOn: projects.startsOn,
        endsOn: projects.endsOn,
      },
      serviceType: { code: serviceTypes.code, name: serviceTypes.zh },
      office: { id: offices.id, name: offices.name, helpPhone: offices.helpPhone },
      communities: sql<string[]>`array(select ${communities.name} from ${projectCommunities}
        join ${communities} on ${communities.id} = ${projectCommunities.communityId}
        where ${projectCommunities.projectId} = ${projects.id} order by ${communities.name})`,
    })
    .from(tenders)
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .innerJoin(offices, eq(offices.id, tenders.officeId))
    .leftJoin(finalCalls, eq(finalCalls.tenderId, tenders.id))
    .leftJoin(serviceTypes, eq(serviceTypes.code, projects.serviceType))
    .where(and(inArray(tenders.id, wanted), isNotNull(tenders.publishedAt)));
}

/** Of a tender whose bids were not opened, none; of one with talks the final offers. */
function readOpenedBids(wanted: TenderId[]) {
  return db
    .select({
      tenderId: bids.tenderId,
      id: bids.id,
      organizationId: bids.organizationId,
      state: bids.state,
      price: bids.price,
      submittedAt: bids.submittedAt,
    })
    .from(bids)
    .innerJoin(tenders, and(eq(tenders.id, bids.tenderId), isNotNull(tenders.openedAt)))
    .where(
      and(
        inArray(bids.tenderId, wanted),
        eq(bids.round, tenders.round),
        notInArray(bids.state, ["submitted", "withdrawn", "negotiated"]),
      ),
    )
    .orderBy(asc(bids.submittedAt), asc(bids.id));
}

async function readOrganizations(ids: readonly Id<"organization">[]) {
  if (ids.length === 0) return [];
  return await db
    .select({
      id: organizations.id,
      name: organizations.name,
      creditCode: organizations.creditCode,
    })
    .from(organizations)
    .where(inArray(organizations.id, [...new Set(ids)]));
}

import { asc, eq } from "drizzle-orm";
import { amendedLate } from "#app/domain/tender-amendments/late.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import type { db, Tx } from "#db/client.server.ts";
import { criteria, scores } from "#db/schema/tenders.ts";
import type { listEvaluatedBids } from "./evaluated-bids.server.ts";
import { methodSettings } from "./method.ts";
import { readPerformance } from "./performance.server.ts";
import type { FrozenScoreSheet } from "./score-sheet.ts";
import { type BidFlag, bidFlags, rankBids } from "./scoring.ts";
import type { Method } from "./tender.ts";

type Reader = Tx | typeof db;
type Responsive = Awaited<ReturnType<typeof listEvaluatedBids>>["responsive"][number];
type Evaluated = {
  ceiling: Fen;
  responsive: Pick<
    Responsive,
    "bidId" | "priceFen" | "submittedAt" | "organizationId" | "document"
  >[];
};

/** The score sheet as of now, from the scores that the members named have given; refuses missing ones. */
export async function computeSheet(
  tx: Reader,
  tender: { id: Id<"tender">; method: Method; now: Date },
  memberIds: Id<"user">[],
  { responsive, ceiling }: Evaluated,
): Promise<FrozenScoreSheet> {
  const announced = await listCriteria(tx, tender.id);
  const quality = announced.filter(({ kind }) => kind === "quality").map(({ id }) => id);
  const scoreOf = await readScores(tx, tender.id);
  const organizationIds = responsive.map(({ organizationId }) => organizationId);
  const performanceOf = await readPerformance(tx, organizationIds, tender.now);

  const bids = responsive.map(({ bidId, priceFen, submittedAt, organizationId }) => {
    const ofMembers = (criterionId: Id<"criterion">) =>
      memberIds.flatMap((memberId) => scoreOf(memberId, bidId, criterionId) ?? []);
    return {
      bidId,
      priceFen,
      receivedAt: submittedAt,
      scores: Object.fromEntries(quality.map((each) => [each, ofMembers(each)])),
      performance: performanceOf(organizationId),
    };
  });
  const phones = responsive.map(({ bidId, priceFen, document }) => {
    return { bidId, priceFen, contactPhone: document?.contactPhone ?? "" };
  });
  const sheet = rankBids({ criteria: announced, bids });
  const late = await amendedLate(tx, tender.id);
  const flags: BidFlag[] = [
    ...bidFlags(phones),
    ...(late ? [{ kind: "late_amendment" as const, bidIds: [] }] : []),
  ];
  const { scoring } = methodSettings[tender.method];
  return { ...sheet, ceilingFen: ceiling, memberIds, flags, scoring };
}

async function listCriteria(tx: Reader, tenderId: Id<"tender">) {
  return await tx
    .select()
    .from(criteria)
    .where(eq(criteria.tenderId, tenderId))
    .orderBy(asc(criteria.position));
}

async function readScores(tx: Reader, tenderId: Id<"tender">) {
  const given = await tx.select().from(scores).where(eq(scores.tenderId, tenderId));
  const found = new Map(
    given.map(({ memberId, bidId, criterionId, hundredths }) => [
      [memberId, bidId, criterionId].join(),
      hundredths,
    ]),
  );
  return (...key: [Id<"user">, Id<"bid">, Id<"criterion">]) => found.get(key.join());
}

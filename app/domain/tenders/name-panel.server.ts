import { and, eq, inArray, sql } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal, type RefusalCode } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { memberships } from "#db/schema/memberships.ts";
import { panelMembers } from "#db/schema/tenders.ts";
import { drawnFrom } from "./draw.ts";
import { findDraw } from "./find-draw.server.ts";
import { type LockedTender, lockTender } from "./lock.server.ts";
import { listPanelRows, type PanelRow } from "./lock-evaluation.server.ts";
import { scoresAreIn } from "./panel.ts";
import { type MethodRules, type PanelProblem, panelProblems } from "./profile.ts";
import type { PanelCapacity } from "./tender.ts";

export type PanelNaming = {
  tenderId: Id<"tender">;
  members: { userId: Id<"user">; capacity: PanelCapacity }[];
  chairId: Id<"user">;
};

/**
 * Name who will score, all of them at once; those who were barred stay on record beside them.
 * Refused once every score is in, so that nobody joins who could read the others' first.
 */
export async function namePanel(act: Act<Officer>, naming: PanelNaming) {
  const { tenderId } = naming;
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, act.by.officeId, tenderId);
    const present = await listPanelRows(tx, tenderId);
    refuseLate(tender, present);
    refuseWrong(tender, naming, present);
    await refuseUndrawn(tx, naming, present);
    await refuseStrangers(
      tx,
      tender.officeId,
      naming.members.map(({ userId }) => userId),
    );
    await replaceMembers(tx, naming, present);
    const members = naming.members.map(({ userId }) => userId);
    await record(tx, act, tender.officeId, { name: "panel.named", tenderId, members });
  });
}

const problemCodes = {
  panel_too_small: "panel.too_small",
  panel_not_odd: "panel.not_odd",
  panel_without_resident: "panel.without_resident",
  panel_without_outsider: "panel.without_outsider",
  panel_without_witness: "panel.without_witness",
  panel_too_few_experts: "panel.too_few_experts",
} as const satisfies Record<PanelProblem, RefusalCode>;

/** Refuses a panel that breaks the rules, with the first reason. */
export function refusePanelProblem(rules: MethodRules, capacities: readonly PanelCapacity[]): void {
  const [problem] = panelProblems(rules, capacities);
  if (problem) throw new Refusal(problemCodes[problem]);
}

function refuseLate(tender: LockedTender, present: PanelRow[]) {
  const early = tender.status === "open" || tender.status === "closed";
  const evaluating = tender.status === "evaluating" && !tender.reportSignedAt;
  if (!early && !evaluating) throw new Refusal("lifecycle.not_now");
  if (scoresAreIn(tender.rules, present)) throw new Refusal("panel.scores_in");
}

function refuseWrong(tender: LockedTender, { members, chairId }: PanelNaming, present: PanelRow[]) {
  const named = new Set(members.map(({ userId }) => userId));
  if (named.size !== members.length) throw new Refusal("panel.named_twice");
  if (!named.has(chairId)) throw new Refusal("panel.chair_not_member");
  if (present.some(({ userId, conflict }) => conflict && named.has(userId))) {
    throw new Refusal("panel.barred_member");
  }
  if (present.some(({ userId, submittedAt }) => submittedAt && !named.has(userId))) {
    throw new Refusal("panel.handed_in_stays");
  }
  refusePanelProblem(
    tender.rules,
    members.map(({ capacity }) => capacity),
  );
}

/** Where experts were drawn by lot, they and nobody else sit as experts. */
async function refuseUndrawn(tx: Tx, { tenderId, members }: PanelNaming, present: PanelRow[]) {
  const draw = await findDraw(tx, tenderId);
  if (!draw) return;
  const barred = present.filter(({ conflict }) => conflict).map(({ userId }) => userId);
  const drawn = await drawnFrom(draw, barred);
  const experts = members.filter(({ capacity }) => capacity === "expert");
  const same = experts.length === drawn.length;
  if (!same || !experts.every(({ userId }) => drawn.includes(userId))) {
    throw new Refusal("panel.not_as_drawn");
  }
}

/** Refuses people who are not among those whom the office invites to its panels. */
export async function refuseStrangers(tx: Tx, officeId: Id<"office">, ids: Id<"user">[]) {
  const found = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(
      and(
        eq(memberships.officeId, officeId),
        eq(memberships.role, "panel"),
        inArray(memberships.userId, ids),
      ),
    );
  if (found.length !== ids.length) throw new Refusal("panel.not_of_office");
}

/** What a member who stays has declared and scored stays too. */
async function replaceMembers(
  tx: Tx,
  { tenderId, members, chairId }: PanelNaming,
  present: PanelRow[],
) {
  const named = new Set(members.map(({ userId }) => userId));
  const leaving = present.filter(({ userId, conflict }) => !conflict && !named.has(userId));
  for (const { userId } of leaving) {
    await tx
      .delete(panelMembers)
      .where(and(eq(panelMembers.tenderId, tenderId), eq(panelMembers.userId, userId)));
  }
  await tx.update(panelMembers).set({ chair: false }).where(eq(panelMembers.tenderId, tenderId));
  const rows = members.map((member) => ({ tenderId, ...member, chair: member.userId === chairId }));
  await tx
    .insert(panelMembers)
    .values(rows)
    .onConflictDoUpdate({
      target: [panelMembers.tenderId, panelMembers.userId],
      set: { capacity: sql`excluded.capacity`, chair: sql`excluded.chair` },
    });
}

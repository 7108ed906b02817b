import { type MethodRules, panelProblems } from "./profile.ts";
import type { PanelCapacity } from "./tender.ts";

/** How far a member of a panel has come; `conflict` is null until she has declared. */
export type MemberProgress = {
  capacity: PanelCapacity;
  conflict: boolean | null;
  submittedAt: Date | null;
};

/** Those whose scores count: a conflict bars a member. */
export const sittingMembers = <Member extends Pick<MemberProgress, "conflict">>(
  panel: readonly Member[],
): Member[] => panel.filter(({ conflict }) => conflict !== true);

/** Whether a panel that keeps the rules has handed in every score: nobody sees another's before. */
export function scoresAreIn(rules: MethodRules, panel: readonly MemberProgress[]): boolean {
  const sitting = sittingMembers(panel);
  const capacities = sitting.map(({ capacity }) => capacity);
  return (
    panelProblems(rules, capacities).length === 0 &&
    sitting.every(({ conflict, submittedAt }) => conflict === false && submittedAt !== null)
  );
}

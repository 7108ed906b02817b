import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import { addDays, type Day, day } from "#app/values/time.ts";

/** What an officer writes of a project and its tender; all but the title may still be missing. */
export type ProjectDraft = {
  title: string;
  need: string;
  targetGroup: string;
  communityIds: Id<"community">[];
  serviceType: string | null;
  quantity: number | null;
  unit: string | null;
  ceiling: Fen | null;
  fundId: Id<"fund"> | null;
  budgetItem: string;
  startsOn: Day | null;
  /** Whole months; the end follows from it unless it is named. */
  serviceMonths: number | null;
  endsOn: Day | null;
  deadline: Date | null;
  contractDraft: string;
  /** The part of each payment that will depend on quality, in basis points; the usual one unless named. */
  performanceShareBp?: number | undefined;
  openerAId: Id<"user"> | null;
  openerBId: Id<"user"> | null;
};

/** The last day of a service: as named, or so many months after its first day; null while neither is known. */
export function lastDay({
  startsOn,
  serviceMonths,
  endsOn,
}: Pick<ProjectDraft, "startsOn" | "serviceMonths" | "endsOn">): Day | null {
  if (endsOn || !startsOn || !serviceMonths) return endsOn;
  return addDays(addMonths(startsOn, serviceMonths), -1);
}

/** The same day of a later month, or the last day of a month that is shorter. */
export function addMonths(from: Day, count: number): Day {
  const [year = 0, month = 0, date = 0] = from.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const length = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, length));
  return day(first.toISOString().slice(0, 10));
}

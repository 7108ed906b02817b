import { z } from "zod";
import type { GivenScore } from "#app/domain/tenders/score.server.ts";
import type { Id } from "#app/values/id.ts";

type Scored = {
  /** Whether each score is all of the points or none. */
  votes: boolean;
  bids: { id: Id<"bid"> }[];
  criteria: { id: Id<"criterion">; weight: number }[];
};
type Points = { scores: Record<string, number | undefined> };

/** Whether points have two decimals at most. */
export const isHundredths = (points: number) =>
  Math.abs(points * 100 - Math.round(points * 100)) < 1e-6;

/** What a bid's field for a criterion is called in the form. */
export const scoreName = (bidId: string, criterionId: string) => `${bidId}_${criterionId}`;

/** The scoring form of these bids and criteria: points with two decimals, each within its criterion; none may be left out for now. */
export function scoresForm({ votes, bids, criteria }: Scored): z.ZodType<Points, Points> {
  const fields = bids.flatMap((bid) =>
    criteria.map((criterion) => {
      const points = z.number().min(0).max(criterion.weight);
      const isVote = (given: number) => !votes || given === 0 || given === criterion.weight;
      const field = points
        .refine(isHundredths, { error: "two_decimals" })
        .refine(isVote, { error: "missing" })
        .optional();
      return [scoreName(bid.id, criterion.id), field] as const;
    }),
  );
  return z.object({ scores: z.object(Object.fromEntries(fields)) });
}

/** What was typed, as the scores to save: an empty field takes its score back. */
export function scoresFrom({ bids, criteria }: Scored, { scores }: Points): GivenScore[] {
  return bids.flatMap((bid) =>
    criteria.map((criterion) => {
      const points = scores[scoreName(bid.id, criterion.id)];
      const hundredths = points === undefined ? null : Math.round(points * 100);
      return { bidId: bid.id, criterionId: criterion.id, hundredths };
    }),
  );
}

import type { Id } from "#app/values/id.ts";
import type { ScoreSheet } from "./scoring.ts";

/** The sheet as the panel signed it; `memberIds` are in the order of each bid's scores. */
export type FrozenScoreSheet = ScoreSheet & { memberIds: Id<"user">[] };

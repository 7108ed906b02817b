import type { RefusalCode } from "#app/domain/refusal.ts";
import type { PlainTender } from "./plain-tender.ts";
import type { RealTender } from "./real-tender.ts";

/** One thing that somebody may try at any time. */
export type Step = {
  name: string;
  /** Where it makes sense to try it at all; always unless told. */
  when?: (plain: PlainTender) => boolean;
  /** What the plain tender says comes of it: done, or refused for this. */
  expected: (plain: PlainTender) => RefusalCode | "done";
  /** Tries it on the real one. */
  attempt: (real: RealTender, plain: PlainTender) => Promise<unknown>;
  /** What the plain tender is after it was done. */
  done: (plain: PlainTender, real: RealTender) => void | Promise<void>;
};

import type { Setting } from "./form-row.ts";

/** A form with nothing to fill in, or nothing that could be filled in badly, and what is answered to odd sendings. */
export type PlainRow = {
  route: string;
  /** Why no field of it needs a sentence. */
  reason: string;
  tries: () => Promise<Record<string, Try>>;
};

export type Try = Pick<Setting, "who" | "address"> & {
  fields?: Record<string, string>;
  status: number;
  /** The answer's `Location`. */
  to?: string;
};

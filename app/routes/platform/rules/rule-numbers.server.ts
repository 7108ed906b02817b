import { z } from "zod";

export const whole = (from: number, to: number) => z.number().int().min(from).max(to);

/** Percent with up to two decimals, in basis points. */
export const percent = z
  .number()
  .min(0)
  .max(100)
  .transform((value) => Math.round(value * 100));

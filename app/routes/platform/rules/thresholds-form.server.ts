import { z } from "zod";
import { methods } from "#app/domain/tenders/tender.ts";
import type { ThresholdBand } from "#app/domain/tenders/thresholds.ts";
import { amount } from "#app/http/fields.server.ts";
import { yuanText } from "#app/values/money.ts";

/** The most bands that the form takes. */
export const MOST_BANDS = 6;

const Row = z.object({
  below: amount().nullable().default(null),
  community: z.array(z.enum(methods)).default([]),
  statutory: z.array(z.enum(methods)).default([]),
});

/** The bands as the form sends them, rows left empty included. */
export const ThresholdsForm = z.object({
  rows: z.array(Row).max(MOST_BANDS).default([]),
  reason: z.string().trim().min(2).max(500),
});

type Row = z.infer<typeof Row>;

const isEmpty = ({ below, community, statutory }: Row) =>
  below === null && community.length === 0 && statutory.length === 0;

export const bandsFrom = (rows: readonly Row[]): ThresholdBand[] =>
  rows.filter((row) => !isEmpty(row)).map(({ below, ...allowed }) => ({ below, allowed }));

/** The bands as the form shows them, filled up with empty rows. */
export function rowsOf(bands: readonly ThresholdBand[], most: number) {
  const filled = bands.map(({ below, allowed }) => ({
    below: below === null ? "" : yuanText(below),
    ...allowed,
  }));
  const empty = { below: "", community: [], statutory: [] };
  return [...filled, ...Array.from({ length: most - filled.length }, () => empty)];
}

import type { openData } from "#app/i18n/zh/open-data.ts";
import type { Fen } from "#app/values/money.ts";
import { type Day, instantOf, isoInShanghai } from "#app/values/time.ts";
import type { AmendableField } from "../tender-amendments/amendment.ts";
import type { Method } from "../tenders/tender.ts";
import type { Period, Value } from "./release.ts";

/** Who publishes, under which registered prefix, and where everybody can read the same. */
export type Publisher = {
  ocidPrefix: string;
  name: string;
  words: (typeof openData)["data"] & {
    methods: Record<Method, string>;
    terms: Record<AmendableField, string>;
  };
  /** The page that explains the data. */
  policy: string;
  tender: (tenderId: string) => string;
  receipts: (tenderId: string) => string;
  scores: (tenderId: string) => string;
  contract: (contractId: string) => string;
};

/** The name of one tender's contracting process in the whole world, for ever. */
export const ocidOf = ({ ocidPrefix }: Pick<Publisher, "ocidPrefix">, tenderId: string): string =>
  `${ocidPrefix}-${tenderId}`;

export const inYuan = (amount: Fen): Value => ({ amount: amount / 100, currency: "CNY" });

/** From the first moment of a day to the last second of another. */
export const daysFrom = (from: Day, to: Day): Period => ({
  startDate: isoInShanghai(instantOf(from, 0)),
  endDate: endOf(to),
});

export const endOf = (day: Day): string => `${day}T23:59:59.000+08:00`;

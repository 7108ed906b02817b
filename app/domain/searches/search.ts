import type { Method } from "#app/domain/tenders/tender.ts";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";

/** What somebody looks for among tenders; what is null, or no word, excludes nothing. */
export type Search = {
  /** Stand in the title or the need, as typed. */
  words: string;
  serviceType: string | null;
  method: Method | null;
  communityId: Id<"community"> | null;
  /** Bounds of the ceiling price, both included. */
  least: Fen | null;
  most: Fen | null;
};

/** Of one organization. */
export const MOST_SEARCHES = 20;

/** The search as an address's query says it, always in the same order. */
export function searchQuery(search: Search): [string, string][] {
  const { words, serviceType, method, communityId, least, most } = search;
  const fields: [string, string | number | null][] = [
    ["q", words],
    ["type", serviceType],
    ["method", method],
    ["community", communityId],
    ["least", least],
    ["most", most],
  ];
  return fields.flatMap(([name, value]): [string, string][] =>
    value === null || value === "" ? [] : [[name, String(value)]],
  );
}

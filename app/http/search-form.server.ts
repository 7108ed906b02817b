import { z } from "zod";
import type { Search } from "#app/domain/searches/search.ts";
import { methods } from "#app/domain/tenders/tender.ts";
import { fen } from "#app/values/money.ts";
import { askedOf, id } from "./params.server.ts";

const wholeFen = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform((text) => fen(Number(text)))
  .nullable()
  .catch(null)
  .default(null);

const Query = z.object({
  q: z.string().trim().max(60).catch("").default(""),
  type: z.string().max(40).nullable().catch(null).default(null),
  method: z.enum(methods).nullable().catch(null).default(null),
  community: id<"community">().nullable().catch(null).default(null),
  least: wholeFen,
  most: wholeFen,
});

/** The search that an address's query says; undefined where it says none. */
export function searchIn(request: Request): Search | undefined {
  const searchParams = askedOf(request);
  const { q, type, method, community, least, most } = Query.parse(Object.fromEntries(searchParams));
  const search = { words: q, serviceType: type, method, communityId: community, least, most };
  const says = Object.values(search).some((value) => value !== null && value !== "");
  return says ? search : undefined;
}

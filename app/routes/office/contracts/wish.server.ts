import { z } from "zod";
import { contractStatuses } from "#app/domain/contracts/contract.ts";
import { contractSorts, type OwnContractsWish } from "#app/domain/contracts/own-list.server.ts";
import { askedOf, sortParam } from "#app/http/params.server.ts";

const Status = z.enum(contractStatuses);

/** What the list's address asks for; what it cannot mean is left out. */
export function contractWish(request: Request): OwnContractsWish {
  const params = askedOf(request);
  return {
    words: params.get("q") ?? undefined,
    status: Status.safeParse(params.get("status")).data,
    sort: sortParam(request, contractSorts),
  };
}

import { z } from "zod";
import { contractStatuses } from "#app/domain/contracts/contract.ts";
import { contractSorts, type OwnContractsWish } from "#app/domain/contracts/own-list.server.ts";
import { sortParam } from "#app/http/params.server.ts";

const Status = z.enum(contractStatuses);

/** What the list's address asks for; what it cannot mean is left out. */
export function contractWish(request: Request): OwnContractsWish {
  const params = new URL(request.url).searchParams;
  return {
    words: params.get("q") ?? undefined,
    status: Status.safeParse(params.get("status")).data,
    sort: sortParam(request, contractSorts),
  };
}

import { z } from "zod";
import { type ProjectListWish, projectSorts } from "#app/domain/projects/queries.server.ts";
import { tenderStatuses } from "#app/domain/tenders/tender.ts";
import { askedOf, idSearchParam, sortParam } from "#app/http/params.server.ts";

const Status = z.enum(tenderStatuses);

/** What the list's address asks for; what it cannot mean is left out. */
export function projectWish(request: Request): ProjectListWish {
  const params = askedOf(request);
  return {
    words: params.get("q") ?? undefined,
    status: Status.safeParse(params.get("status")).data,
    communityId: idSearchParam<"community">(request, "community"),
    sort: sortParam(request, projectSorts),
  };
}

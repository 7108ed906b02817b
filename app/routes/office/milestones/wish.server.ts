import { z } from "zod";
import { milestoneStates } from "#app/domain/contracts/contract.ts";
import { type MilestonesWish, milestoneSorts } from "#app/domain/milestones/office-list.server.ts";
import { askedOf, sortParam } from "#app/http/params.server.ts";

const State = z.enum(milestoneStates);

/** What the list's address asks for; what it cannot mean is left out. */
export function milestonesWish(request: Request): MilestonesWish {
  const params = askedOf(request);
  return {
    words: params.get("q") ?? undefined,
    state: State.safeParse(params.get("state")).data,
    sort: sortParam(request, milestoneSorts),
  };
}

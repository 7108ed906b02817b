import type { HeardEvent } from "#app/domain/heard-events.ts";
import { writeToOrganization } from "#app/domain/mail/write.server.ts";
import { listSearchesFor } from "#app/domain/searches/matching.server.ts";
import { about, type Told } from "./told.ts";

/** Everybody whose saved search finds a new tender; once each, however many of her searches do. Of a direct purchase only who is invited. */
export async function tellSeekers(
  told: Told,
  { tenderId }: Extract<HeardEvent, { name: "tender.published" }>,
) {
  const { tender, searches } = await listSearchesFor(told.tx, tenderId);
  const { title, office, ceiling } = tender;
  const deadline = tender.deadline?.toISOString() ?? null;
  for (const { organizationId, name: search } of searches) {
    const letter = {
      kind: "tender.found",
      about: { tenderId, title, search, office, ceiling, deadline },
    } as const;
    await writeToOrganization(told.tx, organizationId, about(told, letter));
  }
}

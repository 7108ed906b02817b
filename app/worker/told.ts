import type { Letter } from "#app/domain/mail/letter.ts";
import type { Envelope } from "#app/domain/mail/write.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";

/** An event as its subscribers hear it, in the transaction that takes it off the list. */
export type Told = { tx: Tx; eventId: Id<"event">; at: Date };

/** A letter about the event: one to a person, however often the event is told. */
export const about = ({ eventId, at }: Told, letter: Letter): Envelope => ({
  key: eventId,
  at,
  letter,
});

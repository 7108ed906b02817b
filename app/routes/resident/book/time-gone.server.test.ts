import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { databaseNow } from "#app/domain/clock.server.ts";
import { unsealText } from "#app/domain/residents/sealed-fields.server.ts";
import { paths } from "#app/paths.ts";
import { appOf } from "#app/testing/app.server.ts";
import { readPage } from "#app/testing/html.ts";
import { addDays, dayOf, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { bookings } from "#db/schema/index.ts";
import { makeBooking, makeNeighbour } from "#db/seed/factories/bookings.ts";
import { makeOffer, makeRosteredWorker } from "#db/seed/factories/services.ts";

const note = "耳朵不好，请多按几次门铃。";

test("when the time is gone, what was typed goes with the next time that is chosen", async () => {
  const app = await appOf((file) => file.startsWith("routes/resident/"));
  const offer = await makeOffer();
  const { workerId } = await makeRosteredWorker(offer.id);
  const { userId: who, residentId } = await makeNeighbour(offer);
  const startsAt = instantOf(addDays(dayOf(await databaseNow()), 3), 10 * 60);
  const address = paths.resident.bookCheck(offer.id, { start: startsAt.toISOString() });
  const first = fieldsIn((await app(address, { who })).html);
  await makeBooking({ offerId: offer.id, workerId, startsAt });

  const gone = await app(address, { who }, new URLSearchParams({ ...first, note }));
  expect(gone.status).toBe(409);
  const kept = fieldsIn(gone.html);
  expect(kept).toMatchObject({ note });
  const [, other = ""] = /formaction="([^"]+)"/i.exec(gone.html) ?? [];
  expect(other).toContain(paths.resident.bookCheck(offer.id, {}));

  const booked = await app(other, { who }, new URLSearchParams(kept));
  expect(booked.status).toBe(303);
  const [made] = await db.select().from(bookings).where(eq(bookings.residentId, residentId));
  expect(made?.noteSealed && unsealText(made.noteSealed)).toBe(note);
  expect(made?.startsAt).not.toEqual(startsAt);
});

function fieldsIn(html: string): Record<string, string> {
  const form = readPage(html).forms.find(({ id }) => id === "form");
  return Object.fromEntries(
    form?.controls.map(({ name, values: [value = ""] }) => [name, value]) ?? [],
  );
}

import { eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { fen, yuan } from "#app/values/money.ts";
import { addDays, dayOf, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bookings, contractCounters, personalQuotas, serviceSessions } from "#db/schema/index.ts";
import { actOf, makeOffice } from "#db/seed/factories/accounts.ts";
import { makeNeighbour } from "#db/seed/factories/bookings.ts";
import { makeActiveContract } from "#db/seed/factories/contracts.ts";
import { makeOffer, makeProgramme, makeServiceSession } from "#db/seed/factories/services.ts";
import { bookSeat } from "./book-seat.server.ts";
import { holdsPlace } from "./booking.ts";
import { cancelBooking } from "./cancel.server.ts";
import { moveBooking } from "./move.server.ts";
import { rescheduleBooking } from "./reschedule.server.ts";

type Neighbour = Awaited<ReturnType<typeof makeNeighbour>>;
type Session = Awaited<ReturnType<typeof makeServiceSession>>;
type Street = { people: Neighbour[]; sessions: Session[]; contractId: Id<"contract"> };

/** Three people, three sessions of two seats, and a contract whose money lasts for about five of them. */
async function street(): Promise<Street> {
  const office = await makeOffice();
  const { id: contractId } = await makeActiveContract({ officeId: office.id, value: yuan(95) });
  const programme = await makeProgramme({ officeId: office.id, monthlyQuota: yuan(50) });
  const offer = await makeOffer({ mode: "seat", contractId, programmeId: programme.id });
  const start = (later: number) => instantOf(addDays(dayOf(new Date()), later), 9 * 60);
  const [people, sessions] = await Promise.all([
    Promise.all([1, 2, 3].map(() => makeNeighbour(offer))),
    Promise.all(
      [2, 3, 4].map((later) =>
        makeServiceSession({ offerId: offer.id, capacity: 2, startsAt: start(later) }),
      ),
    ),
  ]);
  return { people, sessions, contractId };
}

const nat3 = fc.nat({ max: 2 });
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("book"), who: nat3, where: nat3 }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("cancel"), who: nat3, where: nat3 }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("move"), who: nat3, where: nat3 }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("serve"), who: nat3, where: nat3 }) },
);
type Command = { do: string; who: number; where: number };

async function run(here: Street, { do: what, who, where }: Command): Promise<void> {
  const by = here.people[who];
  const session = here.sessions[where];
  if (!by || !session) throw new Error("nobody there");
  const act = await actOf(by);
  const held = (
    await db.select().from(bookings).where(eq(bookings.residentId, by.residentId))
  ).find(({ state }) => holdsPlace(state));
  if (what === "book") {
    const { id: sessionId, offerId } = session;
    const form = { note: "", residentShare: yuan(30), idempotencyKey: crypto.randomUUID() };
    await bookSeat(act, { sessionId, offerId, ...form });
  } else if (held) {
    const { id: bookingId, version } = held;
    if (what === "cancel") await cancelBooking(act, { bookingId, version, reason: "" });
    if (what === "move") {
      await rescheduleBooking(act, { bookingId, version, to: { sessionId: session.id } });
    }
    if (what === "serve") await serve(held);
  }
}

async function serve(booking: typeof bookings.$inferSelect) {
  await db.transaction(async (tx) => {
    let current = booking;
    for (const event of ["check_in", "check_out", "accept"]) {
      current = await moveBooking(tx, current, { event, at: booking.startsAt });
    }
  });
}

async function countedAndHeld({ people, sessions, contractId }: Street) {
  const ids = people.map(({ residentId }) => residentId);
  const all = await db.select().from(bookings).where(inArray(bookings.residentId, ids));
  const sum = (of: typeof all) => fen(of.reduce((total, { fundShare }) => total + fundShare, 0));
  const reserved = all.filter(({ state }) => holdsPlace(state));
  const used = all.filter(({ state }) => state === "accepted");
  const seats = await db
    .select()
    .from(serviceSessions)
    .where(
      inArray(
        serviceSessions.id,
        sessions.map(({ id }) => id),
      ),
    );
  const quotas = await db
    .select()
    .from(personalQuotas)
    .where(inArray(personalQuotas.residentId, ids));
  const counter = one(
    await db.select().from(contractCounters).where(eq(contractCounters.contractId, contractId)),
  );
  return {
    counted: {
      seats: Object.fromEntries(seats.map(({ id, taken }) => [id, taken])),
      contract: [counter.fundReserved, counter.fundUsed],
      personal: Object.fromEntries(
        ids.map((id) => {
          const mine = quotas.filter(({ residentId }) => residentId === id);
          const total = (key: "reserved" | "used") => mine.reduce((all, row) => all + row[key], 0);
          return [id, [total("reserved"), total("used")]];
        }),
      ),
    },
    held: {
      seats: Object.fromEntries(
        sessions.map(({ id }) => [
          id,
          reserved.filter(({ serviceSessionId }) => serviceSessionId === id).length,
        ]),
      ),
      contract: [sum(reserved), sum(used)],
      personal: Object.fromEntries(
        ids.map((id) => {
          const mine = (of: typeof all) => sum(of.filter(({ residentId }) => residentId === id));
          return [id, [mine(reserved), mine(used)]];
        }),
      ),
    },
  };
}

const runEither = async (here: Street, wish: Command) => {
  await run(here, wish).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
};

test("whatever is booked, moved, cancelled and served, one after another, the counters are the sums", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 3, maxLength: 12 }), async (commands) => {
      const here = await street();
      for (const wish of commands) await runEither(here, wish);
      const { counted, held } = await countedAndHeld(here);
      expect(counted).toEqual(held);
    }),
    { numRuns: 8 },
  );
});

test("and all at once, too", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 6, maxLength: 16 }), async (commands) => {
      const here = await street();
      await Promise.all(commands.map((wish) => runEither(here, wish)));
      const { counted, held } = await countedAndHeld(here);
      expect(counted).toEqual(held);
    }),
    { numRuns: 10 },
  );
});

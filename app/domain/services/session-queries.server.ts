import { and, eq, max } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { addDays, type Day } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { calendarDays } from "#db/schema/offices.ts";
import { offers, serviceSessions } from "#db/schema/services.ts";
import { listSessionsOf } from "./availability.server.ts";
import { readPlanBasis } from "./plan-basis.server.ts";
import { planSessions, type SessionWish } from "./session-plan.ts";

const DAYS = 31;

/** The manager's own seat offer with its sessions of a month; `next` is the day after it. Undefined for anything else. */
export async function findOwnSessions(by: Manager, offerId: Id<"offer">, from: Day) {
  const offer = await findSeatOffer(by, offerId);
  if (!offer) return undefined;
  const next = addDays(from, DAYS);
  return { offer, sessions: await listSessionsOf(offerId, from, addDays(next, -1)), from, next };
}

/** What a rule would open, without opening it; `unknownYear` is one whose holidays the calendar does not have yet. */
export async function previewSessions(act: Act<Manager>, offerId: Id<"offer">, wish: SessionWish) {
  const offer = await findSeatOffer(act.by, offerId);
  if (!offer) return undefined;
  const [basis, [known]] = await Promise.all([
    readPlanBasis(db, offer, wish, act.at),
    db.select({ last: max(calendarDays.day) }).from(calendarDays),
  ]);
  const year = wish.to.slice(0, 4);
  const unknownYear = year > (known?.last ?? "") ? year : null;
  return { offer, unknownYear, ...planSessions(wish, basis) };
}

/** One session of the manager's own offer. */
export async function findOwnSession(
  by: Manager,
  offerId: Id<"offer">,
  sessionId: Id<"service_session">,
) {
  const [session] = await db
    .select({
      id: serviceSessions.id,
      startsAt: serviceSessions.startsAt,
      endsAt: serviceSessions.endsAt,
      capacity: serviceSessions.capacity,
      taken: serviceSessions.taken,
    })
    .from(serviceSessions)
    .innerJoin(offers, eq(offers.id, serviceSessions.offerId))
    .where(
      and(
        eq(serviceSessions.id, sessionId),
        eq(offers.id, offerId),
        eq(offers.organizationId, by.organizationId),
      ),
    );
  return session;
}

export async function findSeatOffer(by: Manager, offerId: Id<"offer">) {
  const [offer] = await db
    .select({
      id: offers.id,
      title: offers.title,
      contractId: offers.contractId,
      durationMinutes: offers.durationMinutes,
    })
    .from(offers)
    .where(
      and(
        eq(offers.id, offerId),
        eq(offers.organizationId, by.organizationId),
        eq(offers.mode, "seat"),
      ),
    );
  return offer;
}

import { eq } from "drizzle-orm";
import { databaseNow } from "#app/domain/clock.server.ts";
import type { Id } from "#app/values/id.ts";
import { newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addDays, addTo, dayOf, hours, instantOf, minutesOf } from "#app/values/time.ts";
import { db } from "../../client.server.ts";
import { one } from "../../rows.ts";
import {
  contracts,
  offerCommunities,
  offers,
  offerWorkers,
  programmes,
  projectCommunities,
  serviceSessions,
  workerHours,
} from "../../schema/index.ts";
import { makeCommunity, makeOffice, makeSite, makeWorker } from "./accounts.ts";
import { makeActiveContract } from "./contracts.ts";

/** A subsidy of 60 %, at most ¥40 a visit and ¥400 a month, from the age of 60, valid all year. */
export async function makeProgramme(values: Partial<typeof programmes.$inferInsert> = {}) {
  const today = dayOf(await databaseNow());
  const officeId = values.officeId ?? (await makeOffice()).id;
  const usual = {
    name: `居家养老服务补贴 ${newId().slice(-6)}`,
    rateBp: 6000,
    capPerVisit: yuan(40),
    monthlyQuota: yuan(400),
    ageFrom: 60,
    validFrom: addDays(today, -180),
    validTo: addDays(today, 365),
  };
  return one(
    await db
      .insert(programmes)
      .values({ ...usual, ...values, officeId })
      .returning(),
  );
}

type OfferWish = Partial<typeof offers.$inferInsert> & { communityIds?: Id<"community">[] };

/**
 * A published offer under an active contract: a visit of an hour for ¥60, or a seat of ¥30 at a site, without subsidy
 * unless a programme is named. It serves the communities named, else those of its contract's project, else a new one.
 */
export async function makeOffer({ communityIds, ...wish }: OfferWish = {}) {
  const contract = wish.contractId
    ? one(await db.select().from(contracts).where(eq(contracts.id, wish.contractId)))
    : await makeActiveContract({
        ...(wish.officeId && { officeId: wish.officeId }),
        ...(wish.organizationId && { organizationId: wish.organizationId }),
      });
  const { id: contractId, officeId, organizationId, projectId } = contract;
  const seat = wish.mode === "seat";
  const usual = {
    serviceType: seat ? "day_care" : "home_care",
    mode: "visit" as const,
    title: seat ? "日间照料" : "居家照护",
    initials: seat ? "rjzl" : "jjzh",
    description: "由培训过的照护员提供，按街道合同约定的标准服务。",
    price: yuan(seat ? 30 : 60),
    durationMinutes: seat ? 240 : 60,
    published: true,
    createdAt: await databaseNow(),
  };
  const siteId = wish.siteId ?? (seat ? await siteOf(officeId, projectId) : undefined);
  const values = { ...usual, ...wish, siteId, contractId, officeId, organizationId };
  const offer = one(await db.insert(offers).values(values).returning());
  const served = communityIds ?? (await communitiesOf(projectId, officeId));
  await db
    .insert(offerCommunities)
    .values(served.map((communityId) => ({ offerId: offer.id, communityId })));
  return { ...offer, communityIds: served };
}

type HoursWish = { weekday: number; fromMinute: number; toMinute: number };
const everyDay: HoursWish[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  fromMinute: 9 * 60,
  toMinute: 17 * 60,
}));

/** A worker of the offer's organization who delivers it, every day from 9 to 17 unless told otherwise. */
export async function makeRosteredWorker(offerId: Id<"offer">, week: HoursWish[] = everyDay) {
  const { organizationId } = one(
    await db
      .select({ organizationId: offers.organizationId })
      .from(offers)
      .where(eq(offers.id, offerId)),
  );
  const worker = await makeWorker(organizationId);
  const { workerId } = worker;
  await db.insert(offerWorkers).values({ offerId, workerId });
  if (week.length > 0) {
    await db.insert(workerHours).values(week.map((part) => ({ workerId, ...part })));
  }
  return worker;
}

type SessionWish = Partial<typeof serviceSessions.$inferInsert> & { offerId?: Id<"offer"> };

/** A morning of twenty seats in three days, from 8:30 for three hours, of a new seat offer unless one is named. */
export async function makeServiceSession(wish: SessionWish = {}) {
  const offer = wish.offerId
    ? one(await db.select().from(offers).where(eq(offers.id, wish.offerId)))
    : await makeOffer({ mode: "seat" });
  const soon = instantOf(addDays(dayOf(await databaseNow()), 3), 8 * 60 + 30);
  const startsAt = wish.startsAt ?? soon;
  const usual = {
    officeId: offer.officeId,
    day: dayOf(startsAt),
    period: minutesOf(startsAt) < 12 * 60 ? ("morning" as const) : ("afternoon" as const),
    endsAt: addTo(startsAt, hours(3)),
    capacity: 20,
  };
  const values = { ...usual, ...wish, offerId: offer.id, startsAt };
  return one(await db.insert(serviceSessions).values(values).returning());
}

async function siteOf(officeId: Id<"office">, projectId: Id<"project">) {
  const [communityId] = await communitiesOf(projectId, officeId);
  return (await makeSite(communityId, officeId)).id;
}

/** The project's communities; a project without any gets one. */
async function communitiesOf(projectId: Id<"project">, officeId: Id<"office">) {
  const rows = await db
    .select({ communityId: projectCommunities.communityId })
    .from(projectCommunities)
    .where(eq(projectCommunities.projectId, projectId));
  if (rows.length > 0) return rows.map(({ communityId }) => communityId);
  const { id: communityId } = await makeCommunity(officeId);
  await db.insert(projectCommunities).values({ projectId, communityId });
  return [communityId];
}

import { eq, sql } from "drizzle-orm";
import { record } from "#app/domain/record.server.ts";
import { awardWhenStandstillOver } from "#app/domain/tenders/award.server.ts";
import { declareInterest } from "#app/domain/tenders/declare.server.ts";
import { handInScores } from "#app/domain/tenders/hand-in.server.ts";
import { namePanel } from "#app/domain/tenders/name-panel.server.ts";
import { publiciseTender } from "#app/domain/tenders/publicise.server.ts";
import { recommendBid } from "#app/domain/tenders/recommend.server.ts";
import { saveScores } from "#app/domain/tenders/score.server.ts";
import { signReport } from "#app/domain/tenders/sign-report.server.ts";
import { takeOpeningTurn } from "#app/domain/tenders/take-opening-turn.server.ts";
import { lucia } from "#app/http/sessions.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, days } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import {
  bidAttachments,
  bids,
  communities,
  criteria,
  projectCommunities,
  tenders,
  users,
} from "#db/schema/index.ts";
import {
  actOf,
  makeManager,
  makeOffice,
  makeOfficeActor,
  makeOperator,
  makeOrganization,
  makeResident,
} from "#db/seed/factories/accounts.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { makeOpenTender, openerPassphrase } from "#db/seed/factories/tenders.ts";
import type { Reader, Secrets, State } from "./matrix.ts";

type Place = { officeId: Id<"office">; number: 7 | 8; publishedAt: Date; deadline: Date };

/** A published tender; two of them in one office differ by nothing but their ids and numbers. */
export async function publishedTender(title: string, place: Place) {
  const { officeId, number, publishedAt, deadline } = place;
  const made = await makeOpenTender({
    officeId,
    deadline,
    publishedAt,
    project: { number: `2026-000${number}`, title },
    tender: { noticeNumber: `清风街办采〔2026〕${number}号` },
  });
  const [community] = await db
    .select({ id: communities.id })
    .from(communities)
    .where(eq(communities.officeId, officeId))
    .orderBy(communities.id)
    .limit(1);
  await db
    .update(projectCommunities)
    .set({ communityId: community?.id ?? made.community.id })
    .where(eq(projectCommunities.projectId, made.project.id));
  const act = await actOf(made.approver, publishedAt);
  const about = { tenderId: made.tender.id, ceiling: yuan(508_000) };
  await db.transaction((tx) =>
    record(tx, act, officeId, {
      name: "tender.published",
      ...about,
      deadline: deadline.toISOString(),
    }),
  );
  await announce();
  return made;
}

export const bidFor = async (tenderId: Id<"tender">) => await makeSealedBid({ tenderId });

/** A purchase with three bids that goes from state to state, with somebody in every place to look at it. */
export async function watchedPurchase() {
  const now = (await actOf(await makeOperator())).at;
  const mark = newId().slice(-8);
  const made = await publishedTender(`夜间照护 ${mark}`, {
    officeId: (await makeOffice()).id,
    number: 7,
    publishedAt: now,
    deadline: addTo(now, days(700)),
  });
  const { officeId, tender, openers, officer, approver } = made;
  const tenderId = tender.id;
  const organization = `静安照护 ${mark}`;
  const bidder = await makeManager((await makeOrganization({ name: organization })).id);
  const rival = await makeManager();
  const plan = `夜间每两小时巡视一次 ${mark}`;
  const attachment = `%PDF-1.7 成本 ${mark}`;
  const attachments = [
    { name: "成本.pdf", confidential: true, bytes: new TextEncoder().encode(attachment) },
  ];
  const own = { tenderId, by: bidder, price: yuan(451_234), document: { plan }, attachments };
  const { receiptId, digest } = await makeSealedBid(own);
  for (const by of [rival, await makeManager()]) await makeSealedBid({ tenderId, by });
  const panel: Awaited<ReturnType<typeof makeOfficeActor<"panel">>>[] = [];
  for (let n = 0; n < 3; n += 1) panel.push(await makeOfficeActor("panel", officeId));
  const [chair] = panel;
  if (!chair) throw new Error("there is no chair");
  const member = `评委 ${mark}`;
  await db.update(users).set({ name: member }).where(eq(users.id, chair.userId));
  const people = {
    resident: await makeResident(),
    bidder,
    rival,
    passer_by: await makeManager(),
    officer,
    approver,
    opener: openers.a,
    member: chair,
    other_office: await makeOfficeActor("officer"),
    operator: await makeOperator(),
  };
  const cookies = Object.fromEntries(
    await Promise.all(
      Object.entries(people).map(async ([who, { userId }]) => [who, await cookieOf(userId)]),
    ),
  ) as Record<Exclude<Reader, "anybody">, string>;
  const known = { receiptId, digest, organization, plan, attachment, member };
  const secrets: Secrets = {
    ...{ tenderId, bidId: newId(), attachmentId: newId(), attachmentDigest: "not yet known" },
    ...{ ...known, price: "451,234", priceFen: "45123400" },
  };
  const reach: Record<State, () => Promise<void>> = {
    open: async () => {},
    closed: async () => {
      await db.update(tenders).set({ deadline: sql`clock_now()` }).where(eq(tenders.id, tenderId));
      const bid = await bidOf(tenderId, bidder.organizationId);
      const file = one(
        await db.select().from(bidAttachments).where(eq(bidAttachments.bidId, bid.id)),
      );
      Object.assign(secrets, {
        bidId: bid.id,
        attachmentId: file.id,
        attachmentDigest: file.digest,
      });
    },
    opened: async () => {
      for (const opener of [openers.a, openers.b]) {
        await takeOpeningTurn(await actOf(opener), { tenderId, passphrase: openerPassphrase });
      }
      const capacities = ["office", "expert", "resident_representative"] as const;
      const members = panel.map(({ userId }, index) => ({
        userId,
        capacity: capacities[index] ?? "expert",
      }));
      await namePanel(await actOf(officer), { tenderId, members, chairId: chair.userId });
      for (const each of panel) {
        await declareInterest(await actOf(each), { tenderId, conflict: false });
      }
    },
    publicised: async () => {
      const all = await db.select().from(bids).where(eq(bids.tenderId, tenderId));
      const lines = await db.select().from(criteria).where(eq(criteria.tenderId, tenderId));
      const scores = all.flatMap(({ id: bidId }) =>
        lines
          .filter(({ kind }) => kind === "quality")
          .map(({ id: criterionId, weight }) => ({ bidId, criterionId, hundredths: weight * 80 })),
      );
      for (const each of panel) {
        await saveScores(await actOf(each), { tenderId, scores });
        await handInScores(await actOf(each), tenderId);
      }
      await signReport(await actOf(chair), tenderId);
      const first = await bidOf(tenderId, bidder.organizationId);
      await recommendBid(await actOf(officer), { tenderId, bidId: first.id, reason: "得分最高。" });
      await publiciseTender(await actOf(approver), tenderId);
    },
    awarded: async () => {
      const act = await actOf({ role: "system", userId: null } as const);
      const standstillEndsAt = addTo(act.at, -days(1));
      await db.update(tenders).set({ standstillEndsAt }).where(eq(tenders.id, tenderId));
      await awardWhenStandstillOver(act, { officeId, tenderId });
    },
  };
  const go = async (state: State) => {
    await reach[state]();
    await announce();
  };
  return { secrets, cookies, go };
}

/** What a command says when a public page changes: the factories write past the commands. */
const announce = () => db.execute(sql`select pg_notify('published', '')`);

async function bidOf(tenderId: Id<"tender">, organizationId: Id<"organization">) {
  const all = await db.select().from(bids).where(eq(bids.tenderId, tenderId));
  return one(all.filter((bid) => bid.organizationId === organizationId));
}

async function cookieOf(userId: Id<"user">): Promise<string> {
  const endsAt = new Date(Date.now() + days(1));
  const session = await lucia.createSession(userId, { endsAt, idleMinutes: 600 });
  return `${lucia.sessionCookieName}=${session.id}`;
}

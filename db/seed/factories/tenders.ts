import { eq } from "drizzle-orm";
import {
  makeOpenerKey,
  makeTenderKey,
  platformKeyPair,
} from "#app/domain/tenders/key-shares.server.ts";
import { rulesOf } from "#app/domain/tenders/rules.server.ts";
import type { CriterionKind } from "#app/domain/tenders/tender.ts";
import { env } from "#app/env.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { type Fen, yuan } from "#app/values/money.ts";
import { addDays, addTo, dayOf, days } from "#app/values/time.ts";
import { db } from "../../client.server.ts";
import { one } from "../../rows.ts";
import {
  criteria,
  openerKeys,
  projectCommunities,
  projects,
  tenderKeys,
  tenders,
} from "../../schema/index.ts";
import { actOf, makeCommunity, makeOffice, makeOfficeActor } from "./accounts.ts";
import { makeFund, moveFund } from "./fund.ts";

/** The passphrase of every opener that a factory makes. */
export const openerPassphrase = "桂花飘香的十一月 2026";

export const usualCriteria: { kind: CriterionKind; name: string; weight: number }[] = [
  { kind: "price", name: "报价", weight: 30 },
  { kind: "quality", name: "服务方案", weight: 40 },
  { kind: "quality", name: "团队与经验", weight: 20 },
  { kind: "performance", name: "履约评价", weight: 10 },
];

type DraftWish = {
  officeId?: Id<"office">;
  fundId?: Id<"fund">;
  ceiling?: Fen;
  deadline?: Date;
  /** Beside others of the same office: who wrote it. */
  officer?: Awaited<ReturnType<typeof makeOfficeActor<"officer">>>;
  project?: Partial<typeof projects.$inferInsert>;
  tender?: Partial<typeof tenders.$inferInsert>;
  criteria?: typeof usualCriteria;
};

/** An opener of the office who has a key under `openerPassphrase`. */
export async function makeOpener(officeId?: Id<"office">) {
  const opener = await makeOfficeActor("opener", officeId);
  const { at } = await actOf(opener);
  const keys = await commonOpenerKey();
  await db.insert(openerKeys).values({ userId: opener.userId, createdAt: at, ...keys });
  return opener;
}

/** A draft in which nothing is missing: ready to be submitted for review. */
export async function makeDraftTender(wish: DraftWish = {}) {
  const officeId = wish.officeId ?? wish.officer?.officeId ?? (await makeOffice()).id;
  const officer = wish.officer ?? (await makeOfficeActor("officer", officeId));
  const approver = await makeOfficeActor("approver", officeId);
  const openers = { a: await makeOpener(officeId), b: await makeOpener(officeId) };
  const fundId = wish.fundId ?? (await makeFund({ officeId })).id;
  const { at } = await actOf(officer);
  const project = await insertProject({ officeId, officer, fundId, at, wish });
  const community = await makeCommunity(officeId);
  await db.insert(projectCommunities).values({ projectId: project.id, communityId: community.id });
  const usual = {
    officeId,
    projectId: project.id,
    title: project.title,
    authorId: officer.userId,
    openerAId: openers.a.userId,
    openerBId: openers.b.userId,
    deadline: wish.deadline ?? addTo(at, days(10)),
    contractDraft: "甲方按本合同购买服务，乙方按约提供服务，按居民确认的次数和评价结算。",
  };
  const tender = one(
    await db
      .insert(tenders)
      .values({ ...usual, ...wish.tender })
      .returning(),
  );
  const lines = (wish.criteria ?? usualCriteria).map((line, index) => ({
    tenderId: tender.id,
    position: index + 1,
    ...line,
  }));
  const rows = lines.length > 0 ? await db.insert(criteria).values(lines).returning() : [];
  return {
    officeId,
    officer,
    approver,
    openers,
    fundId,
    project,
    community,
    tender,
    criteria: rows,
  };
}

/** A tender under review by somebody who did not write it. */
export async function makeTenderInReview(wish: DraftWish = {}) {
  return makeDraftTender({ ...wish, tender: { status: "in_review", ...wish.tender } });
}

/** A published tender with its key pair and its ceiling reserved; bids are taken until the deadline, ten days from now. */
export async function makeOpenTender(wish: DraftWish & { publishedAt?: Date } = {}) {
  const draft = await makeDraftTender(wish);
  const { fundId, approver, openers, project } = draft;
  const { at } = await actOf(approver);
  const key = await makeTenderKey(await holdersOf(), draft.tender.id);
  const tender = one(
    await db
      .update(tenders)
      .set({
        status: "open",
        rules: await rulesOf(db, draft.tender),
        publishedAt: wish.publishedAt ?? at,
        approverId: approver.userId,
        noticeNumber: `南湖街办采〔2026〕${newId().slice(-6)}号`,
        ...wish.tender,
      })
      .where(eq(tenders.id, draft.tender.id))
      .returning(),
  );
  await db
    .insert(tenderKeys)
    .values({ tenderId: tender.id, publicKey: key.publicKeyJwk, copies: key.copies });
  const amount = project.ceiling ?? yuan(508_000);
  const finance = { ...approver, role: "finance" as const };
  await moveFund(
    finance,
    fundId,
    "publish",
    { amount },
    { entityId: tender.id, projectId: project.id },
  );
  return { ...draft, openers, tender, publicKey: key.publicKeyJwk };
}

type ProjectParts = {
  officeId: Id<"office">;
  officer: { userId: Id<"user"> };
  fundId: Id<"fund">;
  at: Date;
  wish: DraftWish;
};

async function insertProject({ officeId, officer, fundId, at, wish }: ProjectParts) {
  const startsOn = addDays(dayOf(at), 40);
  const usual = {
    officeId,
    number: `2026-${newId().slice(-8)}`,
    title: "“温馨夕阳暖空巢”老年人服务",
    need: "为社区空巢老人定期上门探访，提供生活照料和精神陪伴。",
    targetGroup: "桂苑社区空巢老人",
    serviceType: "companionship",
    quantity: 300,
    unit: "人",
    ceiling: wish.ceiling ?? yuan(508_000),
    fundId,
    startsOn,
    endsOn: addDays(startsOn, 364),
    authorId: officer.userId,
    createdAt: at,
  };
  return one(
    await db
      .insert(projects)
      .values({ ...usual, ...wish.project })
      .returning(),
  );
}

let heldOpenerKey: ReturnType<typeof makeOpenerKey> | undefined;

/** One key pair for all the openers of a test run: stretching a passphrase takes a while. */
function commonOpenerKey() {
  heldOpenerKey ??= makeOpenerKey(openerPassphrase);
  return heldOpenerKey;
}

async function holdersOf() {
  const { publicKey } = await commonOpenerKey();
  const platform = await platformKeyPair(env.platformKey);
  return { a: publicKey, b: publicKey, platform: platform.publicKey };
}

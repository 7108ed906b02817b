import { databaseNow } from "#app/domain/clock.server.ts";
import { setOtherDay } from "#app/domain/organizations/set-other-day.server.ts";
import { saveSearch } from "#app/domain/searches/save.server.ts";
import { ruleQuery } from "#app/http/session-rule.server.ts";
import { paths } from "#app/paths.ts";
import { addDays, addTo, dayOf, days } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { projectCommunities } from "#db/schema/index.ts";
import {
  actOf,
  makeCommunity,
  makeManager,
  makeOrganization,
  makeWorker,
} from "#db/seed/factories/accounts.ts";
import { bidDocument, makeSealedBid, sealFor } from "#db/seed/factories/bids.ts";
import { makeActiveContract } from "#db/seed/factories/contracts.ts";
import { makeClaimableContract, makeReview } from "#db/seed/factories/delivery.ts";
import { makeOffer, makeRosteredWorker, makeServiceSession } from "#db/seed/factories/services.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import type { FormRow } from "./form-row.ts";

const { organization } = paths;

/** A manager with an offer, and one of another organization. */
async function ownOffer(wish: Parameters<typeof makeOffer>[0] = {}) {
  const offer = await makeOffer(wish);
  const manager = await makeManager(offer.organizationId);
  const { userId: stranger } = await makeManager();
  return { offer, manager, who: manager.userId, stranger };
}

/** The manager of an offer that is there already. */
async function offerOf(offerId: Parameters<typeof makeRosteredWorker>[0]) {
  const { organizationId } = await makeRosteredWorker(offerId);
  const { userId: who } = await makeManager(organizationId);
  const { userId: stranger } = await makeManager();
  return { offer: offerId, who, stranger };
}

/** A manager with a worker. */
async function ownWorker() {
  const manager = await makeManager();
  const { workerId } = await makeWorker(manager.organizationId);
  const { userId: stranger } = await makeManager();
  return { manager, workerId, who: manager.userId, stranger };
}

/** A tender that takes bids, and two verified bidders. */
async function bidding() {
  const { tender } = await makeOpenTender();
  const manager = await makeManager();
  return { tenderId: tender.id, manager, who: manager.userId };
}

const today = async () => dayOf((await actOf({ role: "system", userId: null })).at);

const anySearch = {
  ...{ name: "助餐", words: "助餐", serviceType: null, method: null, communityId: null },
  ...{ least: null, most: null, notify: true },
};

export const organizationRows: FormRow[] = [
  {
    route: "routes/organization/registration.tsx",
    asks: ["kind", "name", "contactName", "contactPhone"],
    wrong: {
      "a code that does not check": [{ creditCode: "52330100MJ1234567X" }, "creditCode"],
      "a registered body without its code": [{ creditCode: "" }, "creditCode"],
      "a team without its street": [{ kind: "team", officeId: "" }, "officeId"],
    },
    setting: async () => {
      const waiting = await makeOrganization({ verifiedAt: null });
      const { userId: who } = await makeManager(waiting.id);
      return { who, address: organization.registration };
    },
  },
  {
    route: "routes/organization/bank-account.tsx",
    asks: ["name", "number", "bank"],
    codes: ["number"],
    setting: async () => {
      const { userId: who } = await makeManager();
      return { who, address: organization.bankAccount, right: { number: "1202 0201 1980 0001" } };
    },
  },
  {
    route: "routes/organization/tenders/question.tsx",
    asks: ["text"],
    setting: async () => {
      const { tenderId, who } = await bidding();
      return { who, address: organization.question(tenderId) };
    },
  },
  {
    route: "routes/organization/tenders/bid.tsx",
    wrong: { "what is no bid": [{ ciphertext: "bm90IGEgYmlk" }] },
    setting: async () => {
      const { tenderId, manager, who } = await bidding();
      const document = await bidDocument({ tenderId });
      const { ciphertext } = await sealFor(manager, tenderId, document);
      const right = { ciphertext: Buffer.from(ciphertext).toString("base64url") };
      return { who, right, address: organization.bid(tenderId) };
    },
  },
  {
    route: "routes/organization/tenders/withdrawal.tsx",
    setting: async () => {
      const { tenderId, manager, who } = await bidding();
      await makeSealedBid({ tenderId, by: manager });
      const late = organization.withdrawal((await bidding()).tenderId);
      return { who, late, address: organization.withdrawal(tenderId) };
    },
  },
  {
    route: "routes/organization/reviews/answer.tsx",
    asks: ["reply"],
    setting: async () => {
      const now = await databaseNow();
      const review = await makeReview({ comment: "来晚了一刻钟。", at: addTo(now, -days(40)) });
      const { userId: who } = await makeManager(review.organizationId);
      const { userId: stranger } = await makeManager();
      return { who, stranger, address: organization.answer(review.id) };
    },
  },
  {
    route: "routes/organization/milestones/milestone.tsx",
    setting: async () => {
      const { contract, milestone } = await makeClaimableContract();
      const { userId: stranger } = await makeManager();
      const late = organization.milestone(contract.milestones[1]?.id ?? "");
      const { userId: who } = contract.manager;
      return { who, stranger, late, address: organization.milestone(milestone.id) };
    },
  },
  {
    route: "routes/organization/offers/new.tsx",
    byCommand: ["serviceType"],
    asks: ["title", "serviceType", "communityIds", "price", "mode", "durationMinutes"],
    wrong: { "a seat nowhere": [{ mode: "seat", siteId: "" }, "siteId"] },
    setting: async () => {
      const contract = await makeActiveContract();
      const { id: communityId } = await makeCommunity(contract.officeId);
      await db.insert(projectCommunities).values({ projectId: contract.projectId, communityId });
      const right = { mode: "visit", title: "居家照护", durationMinutes: "60" };
      return { who: contract.manager.userId, right, address: organization.newOffer(contract.id) };
    },
  },
  {
    route: "routes/organization/offers/edit.tsx",
    byCommand: ["serviceType"],
    asks: ["title", "serviceType", "communityIds", "price", "durationMinutes"],
    setting: async () => {
      const { offer, who, stranger } = await ownOffer();
      const right = { title: "居家照护和陪伴" };
      return { who, stranger, right, address: organization.editOffer(offer.id) };
    },
  },
  {
    route: "routes/organization/offers/publication.tsx",
    setting: async () => {
      const { offer, who, stranger } = await ownOffer({ published: false });
      await makeRosteredWorker(offer.id);
      const { organizationId, contractId } = offer;
      const { id } = await makeOffer({
        organizationId,
        contractId,
        published: false,
        mode: "seat",
      });
      const late = organization.publication(id);
      return { who, stranger, late, address: organization.publication(offer.id) };
    },
  },
  {
    route: "routes/organization/offers/pause.tsx",
    setting: async () => {
      const { offer, who, stranger } = await ownOffer();
      return { who, stranger, address: organization.pause(offer.id) };
    },
  },
  {
    route: "routes/organization/offers/staff.tsx",
    setting: async () => {
      const { offer, who, stranger } = await ownOffer();
      await makeWorker(offer.organizationId);
      return { who, stranger, address: organization.staff(offer.id) };
    },
  },
  {
    route: "routes/organization/offers/new-sessions.tsx",
    asks: ["from", "to", "weekdays", "periods", "morningStart", "afternoonStart", "capacity"],
    wrong: {
      "ends before it starts": [{ from: "2027-05-02", to: "2027-05-01" }, "to"],
      "a year of them": [{ from: "2027-05-02", to: "2028-05-01" }, "to"],
      "hours that do not exist": [
        { morningStart: "25:00", afternoonStart: "13:75" },
        "morningStart",
        "afternoonStart",
      ],
    },
    setting: async () => {
      const { offer, who, stranger } = await ownOffer({ mode: "seat" });
      return { who, stranger, address: organization.newSessions(offer.id) };
    },
  },
  {
    route: "routes/organization/offers/check-sessions.tsx",
    setting: async () => {
      const { offer, who, stranger } = await ownOffer({ mode: "seat" });
      const from = addDays(await today(), 7);
      const hours = { morningStart: 510, afternoonStart: 810, makeUpDays: false, capacity: 12 };
      const days = { from, to: addDays(from, 6), weekdays: [1, 2, 3, 4, 5] as const };
      const query = ruleQuery({ ...hours, ...days, periods: ["morning"] });
      return { who, stranger, address: organization.checkSessions(offer.id, query) };
    },
  },
  {
    route: "routes/organization/offers/session.tsx",
    asks: ["capacity"],
    setting: async () => {
      const session = await makeServiceSession();
      const { offer, who, stranger } = await offerOf(session.offerId);
      return { who, stranger, address: organization.session(offer, session.id) };
    },
  },
  {
    route: "routes/organization/workers/new.tsx",
    asks: ["name", "phone"],
    wrong: {
      "an account without a password": [{ account: "zhaolan", password: "" }, "password"],
      "a password without an account": [{ account: "", password: "照护每一天呀" }, "account"],
      "a common password": [{ account: "zhaolan", password: "88888888" }, "password"],
      "a name with spaces for an account": [{ account: "zhao lan" }, "account"],
      "a short telephone number": [{ phone: "1390000" }, "phone"],
    },
    setting: async () => {
      const { userId: who } = await makeManager();
      const own = { account: "zhaolan", password: "照护每一天都认真" };
      const right = { name: "赵兰", phone: "13900000002", ...own };
      return { who, right, address: organization.newWorker };
    },
  },
  {
    route: "routes/organization/workers/hours.tsx",
    wrong: {
      "hours that overlap": [{ day1: "9:00-12:00、11:00-13:00" }, "day1"],
      "hours that are none": [{ day7: "上午" }, "day7"],
    },
    setting: async () => {
      const { workerId, who, stranger } = await ownWorker();
      const right = Object.fromEntries(
        [1, 2, 3, 4, 5, 6, 7].map((day) => [`day${day}`, "9:00-12:00"]),
      );
      return { who, stranger, right, address: organization.workerHours(workerId) };
    },
  },
  {
    route: "routes/organization/workers/new-day.tsx",
    asks: ["day", "kind"],
    wrong: { "hours without hours": [{ kind: "hours", hours: "" }, "hours"] },
    setting: async () => {
      const { workerId, who, stranger } = await ownWorker();
      const right = { day: addDays(await today(), 3), kind: "hours", hours: "9:00-12:00" };
      return { who, stranger, right, address: organization.workerDay(workerId) };
    },
  },
  {
    route: "routes/organization/workers/day-removal.tsx",
    setting: async () => {
      const { manager, workerId, who, stranger } = await ownWorker();
      const day = addDays(await today(), 3);
      await setOtherDay(await actOf(manager), workerId, { day, note: "", hours: null });
      const late = organization.dropWorkerDay(workerId, addDays(day, 1));
      return { who, stranger, late, address: organization.dropWorkerDay(workerId, day) };
    },
  },
  {
    route: "routes/organization/searches/new.tsx",
    asks: ["name"],
    byCommand: ["serviceType"],
    wrong: { "a least above the most": [{ least: "2000", most: "1000" }, "most"] },
    setting: async () => {
      await makeCommunity();
      const { userId: who } = await makeManager();
      const right = { least: "1000", most: "2000" };
      return { who, right, address: organization.newSearch };
    },
  },
  {
    route: "routes/organization/searches/removal.tsx",
    setting: async () => {
      const manager = await makeManager();
      const searchId = await saveSearch(await actOf(manager), anySearch);
      const { userId: stranger } = await makeManager();
      return { who: manager.userId, stranger, address: organization.searchRemoval(searchId) };
    },
  },
];

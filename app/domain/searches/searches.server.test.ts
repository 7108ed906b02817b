import { describe, expect, test } from "vitest";
import type { Manager } from "#app/domain/act.ts";
import { listNews } from "#app/domain/open-data/feed.server.ts";
import { record } from "#app/domain/record.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { actOf, makeCommunity, makeManager } from "#db/seed/factories/accounts.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { othersDone } from "#db/testing/others-done.ts";
import { listSearchesFor } from "./matching.server.ts";
import { listSearches } from "./queries.server.ts";
import { removeSearch, saveSearch, setNotices } from "./save.server.ts";
import { MOST_SEARCHES, type Search, searchQuery } from "./search.ts";

const everything: Search = {
  words: "",
  serviceType: null,
  method: null,
  communityId: null,
  least: null,
  most: null,
};

async function makeSearch(wish: Partial<Search> = {}, by?: Manager) {
  const manager = by ?? (await makeManager());
  const draft = { ...everything, name: "常找的", notify: true, ...wish };
  const searchId = await saveSearch(await actOf(manager), draft);
  return { manager, searchId };
}

type Open = Awaited<ReturnType<typeof makeOpenTender>>;

async function publish({ tender, approver, officeId }: Open) {
  const act = await actOf(approver);
  const ceiling = yuan(1);
  const event = { name: "tender.published", tenderId: tender.id, ceiling } as const;
  await db.transaction((tx) => record(tx, act, officeId, { ...event, deadline: "" }));
}

const findsBy = async (searchId: Id<"saved_search">, tenderId: Id<"tender">) => {
  const { searches } = await db.transaction((tx) => listSearchesFor(tx, tenderId));
  return searches.some(({ id }) => id === searchId);
};

const isFound = async (search: Search, { tender }: Open) =>
  (await listNews(search)).some(({ tenderId }) => tenderId === tender.id);

describe("a search finds a new tender, and the feed of its address the same,", () => {
  test.each<[string, boolean, (open: Open) => Partial<Search>]>([
    ["that excludes nothing", true, () => ({})],
    ["by words of the title", true, ({ tender }) => ({ words: tender.title.slice(1, 5) })],
    ["not by words that stand nowhere", false, () => ({ words: "没有这几个字" })],
    ["by its kind of service", true, ({ project }) => ({ serviceType: project.serviceType })],
    ["not by another kind", false, () => ({ serviceType: "repairs" })],
    ["by its method", true, ({ tender }) => ({ method: tender.method })],
    ["not by another method", false, () => ({ method: "two_way" })],
    ["by a community that it serves", true, ({ community }) => ({ communityId: community.id })],
    ["from its ceiling on", true, ({ project }) => ({ least: project.ceiling })],
    ["up to its ceiling", true, ({ project }) => ({ most: project.ceiling })],
    ["not above its ceiling", false, () => ({ least: yuan(99_000_000) })],
    ["not below its ceiling", false, () => ({ most: yuan(1) })],
  ])("%s", async (_, found, wishOf) => {
    const open = await makeOpenTender();
    await publish(open);
    const wish = wishOf(open);
    const { searchId } = await makeSearch(wish);
    expect(await findsBy(searchId, open.tender.id)).toBe(found);
    await othersDone();
    expect(await isFound(everything, open)).toBe(true);
    expect(await isFound({ ...everything, ...wish }, open)).toBe(found);
  });

  test("not by another community of the street", async () => {
    const open = await makeOpenTender();
    await publish(open);
    const { id: communityId } = await makeCommunity(open.officeId);
    const { searchId } = await makeSearch({ communityId });
    expect(await findsBy(searchId, open.tender.id)).toBe(false);
    await othersDone();
    expect(await isFound(everything, open)).toBe(true);
    expect(await isFound({ ...everything, communityId }, open)).toBe(false);
  });

  test("of a direct purchase only for the organization that is invited", async () => {
    const invited = await makeManager();
    const direct = { method: "direct", invitedOrganizationId: invited.organizationId } as const;
    const { tender } = await makeOpenTender({ tender: direct });
    const own = await makeSearch({}, invited);
    const other = await makeSearch();
    expect(await findsBy(own.searchId, tender.id)).toBe(true);
    expect(await findsBy(other.searchId, tender.id)).toBe(false);
  });
});

describe("a saved search", () => {
  test("is its own organization's: nobody else sees, switches or removes it", async () => {
    const { manager, searchId } = await makeSearch();
    const other = await makeManager();
    expect(await listSearches(other)).toEqual([]);
    const act = await actOf(other);
    await expect(removeSearch(act, searchId)).rejects.toThrow("not_found");
    await expect(setNotices(act, { searchId, notify: false })).rejects.toThrow("not_found");
    expect(await listSearches(manager)).toMatchObject([{ id: searchId, notify: true }]);
  });

  test("that wants no notices, or was removed, tells of nothing", async () => {
    const { tender } = await makeOpenTender();
    const { manager, searchId } = await makeSearch();
    await setNotices(await actOf(manager), { searchId, notify: false });
    expect(await findsBy(searchId, tender.id)).toBe(false);
    await setNotices(await actOf(manager), { searchId, notify: true });
    expect(await findsBy(searchId, tender.id)).toBe(true);
    await removeSearch(await actOf(manager), searchId);
    expect(await findsBy(searchId, tender.id)).toBe(false);
  });

  test("beyond the twentieth is refused, also when several are sent at once", async () => {
    const manager = await makeManager();
    for (let index = 1; index < MOST_SEARCHES; index += 1) await makeSearch({}, manager);
    const { done, refused } = await atOnce(3, () => makeSearch({}, manager));
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject([{ code: "search.too_many" }, { code: "search.too_many" }]);
  });

  test("of a kind or a community that there is not is refused", async () => {
    await expect(makeSearch({ serviceType: "none" })).rejects.toThrow("not_found");
    await expect(makeSearch({ communityId: newId<"community">() })).rejects.toThrow("not_found");
  });

  test("counts the tenders that take bids now", async () => {
    const word = `计数${newId().slice(-6)}`;
    const { manager } = await makeSearch({ words: word });
    expect(await listSearches(manager)).toMatchObject([{ open: 0 }]);
    await makeOpenTender({ tender: { title: `${word}服务` } });
    expect(await listSearches(manager)).toMatchObject([{ open: 1 }]);
  });
});

test("the whole search stands in its feed's address, and nothing of who saved it", async () => {
  const communityId = newId<"community">();
  const search = { ...everything, words: "照护", communityId, most: yuan(500) };
  expect(searchQuery(search)).toEqual([
    ["q", "照护"],
    ["community", communityId],
    ["most", "50000"],
  ]);
});

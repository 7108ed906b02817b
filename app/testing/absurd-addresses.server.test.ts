import { describe, expect, test } from "vitest";
import routes from "#app/routes.ts";
import type { Id } from "#app/values/id.ts";
import {
  makeCommunityWorker,
  makeManager,
  makeOfficeActor,
  makeOperator,
  makeResident,
  makeWorker,
} from "#db/seed/factories/accounts.ts";
import { appOf } from "./app.server.ts";
import { type AppRoute, flattened } from "./route-list.ts";

/** What nobody would type, and somebody will. */
const absurd = [
  "\0",
  "-1",
  "1e99",
  "9999-99-99",
  "2026-02-30",
  "字".repeat(3_000),
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
];

/** Asked of every page, whether it has a field of that name or not. */
const always = ["q", "after", "before", "sort", "from", "to", "page", "year", "month", "day"];

const readers: Record<string, () => Promise<{ userId: Id<"user"> }>> = {
  office: () => makeOfficeActor("officer"),
  org: makeManager,
  platform: makeOperator,
  me: makeResident,
  community: () => makeCommunityWorker(),
  work: () => makeWorker(),
};

const list = flattened(await routes);
const app = await appOf(() => true);
const pages = list.filter(({ path, file }) => path && !path.includes(":") && !/layout/.test(file));

/** The whole address of a route, with what its layouts put before it. */
function addressOf(route: AppRoute): string {
  const parent = list.find(({ id }) => id === route.parentId);
  const before = parent ? addressOf(parent) : "";
  return route.path ? `${before}/${route.path}` : before;
}

const namesIn = (html: string) =>
  [...html.matchAll(/ name="([a-zA-Z]+)"/g)].map(([, name]) => name);

describe.each([...new Set(pages.map(addressOf))].sort())("%s", (address) => {
  test("answers whatever its address asks for, and never with a fault", async () => {
    const makeReader = readers[address.split("/")[1] ?? ""];
    const who = makeReader && (await makeReader()).userId;
    const { html } = await app(address, { who });
    const names = [...new Set([...always, ...namesIn(html)])];
    for (const value of absurd) {
      const asked = new URLSearchParams(names.map((name) => [name ?? "", value]));
      const { status } = await app(`${address}?${asked}`, { who });
      expect(status, `asked for ${JSON.stringify(value.slice(0, 20))}`).toBeLessThan(500);
    }
    const { status } = await app(`${address}?${names.map((name) => `${name}=%ff%00`).join("&")}`, {
      who,
    });
    expect(status, "asked for what is no text").toBeLessThan(500);
  });
});

import { expect, test } from "@playwright/test";
import { makeOffice } from "#db/seed/factories/accounts.ts";
import {
  pagesBeforeTheDeadline,
  publicAnswers,
  type Reader,
  type Rule,
  readers,
  rules,
  type Secrets,
  type State,
  states,
} from "./who-sees-what/matrix.ts";
import { bidFor, publishedTender, watchedPurchase } from "./who-sees-what/purchase.ts";

const base = process.env.E2E_BASE_URL ?? "";
const ask = (address: string, cookie = "") =>
  fetch(`${base}${address}`, {
    headers: { Accept: "text/html", Cookie: cookie },
    redirect: "manual",
  });

test.setTimeout(300_000);

test("each thing is seen by whom it is for, from the state on in which it is", async () => {
  const { secrets, cookies, go } = await watchedPurchase();
  for (const state of states) {
    await go(state);
    await turnedPublic(state, secrets);
    for (const reader of readers) {
      const cookie = reader === "anybody" ? "" : cookies[reader];
      for (const rule of rules) {
        const body = await (await ask(rule.at(secrets), cookie)).text();
        const seen = body.includes(secrets[rule.shows]);
        const should = isFor(rule, state, reader);
        expect.soft(seen, `${rule.what}: ${reader} in state ${state}`).toBe(should);
      }
      if (state === "open" && reader !== "bidder") await findNothing(secrets, reader, cookie);
    }
  }
});

/** Until the cached public pages know of the state: what it newly shows to everybody is there. */
async function turnedPublic(state: State, secrets: Secrets) {
  const rule = rules.find(({ to }) => state !== "open" && to[state] === readers);
  if (!rule) return;
  const text = async () => (await ask(rule.at(secrets))).text();
  await expect.poll(text, rule.what).toContain(secrets[rule.shows]);
}

/** Before the deadline nothing of a bid is on any page, in its data or in a file. */
async function findNothing(secrets: Secrets, reader: Reader, cookie: string) {
  const { tenderId, member, attachmentDigest, bidId, attachmentId, ...hidden } = secrets;
  for (const address of pagesBeforeTheDeadline(secrets)) {
    const [path = "", query] = address.split("?");
    const data = `${path === "/" ? "/_root" : path}.data${query === undefined ? "" : `?${query}`}`;
    for (const asked of path.includes(".") ? [address] : [address, data]) {
      const body = await (await ask(asked, cookie)).text();
      for (const [what, secret] of Object.entries(hidden)) {
        if (what === "organization" && isDirectory(path)) continue;
        expect.soft(body.includes(secret), `${what} at ${asked}, for ${reader}`).toBe(false);
      }
    }
  }
}

/** Every organization stands in the public directory, whether it bids or not. */
const isDirectory = (path: string) => path === "/organizations";

function isFor({ to }: Rule, state: State, reader: Reader): boolean {
  const upToNow = states.slice(0, states.indexOf(state) + 1);
  const told = upToNow.findLast((one) => to[one] !== undefined);
  return (told ? to[told] : undefined)?.includes(reader) ?? false;
}

test("before the deadline a tender with five bids answers as one with none, byte for byte", async () => {
  const mark = Date.now().toString(36);
  const publishedAt = new Date(Date.now() - 3_600_000);
  const moments = { publishedAt, deadline: new Date(Date.now() + 600 * 86_400_000) };
  const place = { officeId: (await makeOffice()).id, ...moments };
  const title = `晨间助浴 ${mark}`;
  const none = (await publishedTender(title, { ...place, number: 7 })).tender.id;
  const five = (await publishedTender(title, { ...place, number: 8 })).tender.id;
  const lists = [
    `/tenders?q=${encodeURIComponent(mark)}`,
    `/tenders.data?q=${encodeURIComponent(mark)}`,
  ];
  const before = await Promise.all(lists.map(answer));
  for (let n = 0; n < 5; n += 1) await bidFor(five);
  for (const [index, list] of lists.entries()) {
    const now = await answer(list);
    expect(now).toEqual(before[index]);
    expect(now.body).toContain(mark);
  }
  for (const [index, address] of publicAnswers(none).entries()) {
    const other = publicAnswers(five)[index] ?? "";
    for (const [one, two] of [[address, other], ...dataOf(address, other)]) {
      const [quiet, busy] = [await answer(one ?? ""), await answer(two ?? "")];
      expect(busy, one).toEqual(quiet);
    }
  }
  const [quiet, busy] = [await linesOf(none), await linesOf(five)];
  expect(busy).toEqual(quiet);
  expect(busy).toHaveLength(1);
});

const dataOf = (one: string, two: string) =>
  one.includes(".") ? [] : [[`${one}.data`, `${two}.data`]];

/** Status, kind and body, without what is different by chance: ids, running numbers, nonces and the demo's clock. */
async function answer(address: string) {
  const response = await ask(address);
  const body = withoutIds(await response.text());
  const { status, headers } = response;
  return { status, type: headers.get("content-type"), body };
}

/** What the bulk file of records says of the tender. */
async function linesOf(tenderId: string) {
  const body = await (await ask("/open/ocds/records.jsonl")).text();
  return body
    .split("\n")
    .filter((line) => line.includes(tenderId))
    .map(withoutIds);
}

const withoutIds = (text: string) =>
  text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "ID")
    .replaceAll(/2026-000[78]/g, "NUMBER")
    .replaceAll(/〔2026〕[78]号/g, "NUMBER")
    .replaceAll(/<aside class="demo-banner".*?<\/aside>/gs, "")
    .replaceAll(/"now",\["D",\d+\]/g, "NOW")
    .replaceAll(/nonce="[^"]*"/g, "")
    .replaceAll(/nonce-[A-Za-z0-9+/=_-]+/g, "");

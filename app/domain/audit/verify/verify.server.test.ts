import { createPublicKey } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { moveClock } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { env } from "#app/env.server.ts";
import { db } from "#db/client.server.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { undoneAfter, withOwner } from "#db/testing/owner.ts";
import { type Head, listHeads } from "../heads.server.ts";
import { sealEvents } from "../seal.server.ts";
import { verify, verifyWithin } from "./verify.server.ts";

const key = createPublicKey(env.signingKey);
let heads: Head[];
let open: Awaited<ReturnType<typeof makeOpenTender>>;

beforeAll(async () => {
  const closed = await makeOpenTender();
  await makeSealedBid({ tenderId: closed.tender.id });
  await makeSealedBid({ tenderId: closed.tender.id });
  if (closed.tender.deadline) await moveClock(closed.tender.deadline);
  open = await makeOpenTender();
  const { officeId, officer, fundId } = open;
  const act = await actOf(officer);
  await db.transaction((tx) => record(tx, act, officeId, { name: "fund.opened", fundId }));
  while ((await sealEvents()) > 0);
  await makeSealedBid({ tenderId: open.tender.id });
  heads = await listHeads();
});

/** What the check says after the owner did all that behind the product's back; then it is undone. */
async function saidAfter(...statements: string[]): Promise<string[]> {
  const found = await undoneAfter(statements, (sql) => verifyWithin(sql, { key, heads }));
  return found.map(({ area, what }) => `${area}: ${what}`);
}

const anySealed =
  "(select event_id from chain_links where chain = (select office_id from receipts r join tenders t on t.id = r.tender_id where r.event_id in (select event_id from chain_links) limit 1) and seq = 1)";
const lastSealed =
  "(select event_id from chain_links l where chain = (select office_id from receipts r join tenders t on t.id = r.tender_id where r.event_id in (select event_id from chain_links) limit 1) order by seq desc limit 1)";

test("nothing is wrong with what the product wrote, bids before their deadline included", async () => {
  expect(await withOwner((owner) => verify(owner, { key, heads }))).toEqual([]);
  expect(heads.length).toBeGreaterThan(0);
});

describe("of the chains, the check finds", () => {
  test.each([
    ["detail", "detail = '{\"forged\": true}'"],
    ["actor", "by_user_id = (select id from users order by id desc limit 1)"],
    ["role", "by_role = 'operator'"],
    ["time", "at = at - interval '1 microsecond'"],
    ["name", "name = 'account.signed_in'"],
  ])("an event whose %s was changed", async (_, change) => {
    const said = await saidAfter(`update events set ${change} where id = ${lastSealed}`);
    expect(said.join("\n")).toContain("its event was changed after it was sealed");
  });

  test("an event that was changed together with its digest", async () => {
    const said = await saidAfter(
      `update events set detail = '{}' where id = ${lastSealed}`,
      `update events e set digest = event_digest(e) where id = ${lastSealed}`,
    );
    expect(said).toContain("chain: its event was changed after it was sealed");
  });

  test("an event that is gone, with its link or without", async () => {
    expect((await saidAfter(`delete from events where id = ${anySealed}`)).join("\n")).toContain(
      "is gone",
    );
    const said = await saidAfter(`delete from chain_links where event_id = ${anySealed}`);
    expect(said).toContain("chain: links are missing before it");
    expect(said).toContain("chain: it is in no chain, and nothing waits to seal it");
  });

  test("a cut tail, even with its events, by the head that somebody kept", async () => {
    const said = await saidAfter(
      `create temporary table cut on commit drop as select ${lastSealed} as id`,
      "delete from chain_links where event_id in (select id from cut)",
      "delete from events where id in (select id from cut)",
    );
    expect(said).toContain("chain: the chain once reached here, and its end was cut off");
  });

  test("a chain that was made anew", async () => {
    const said = await saidAfter(
      `update chain_links set hash = encode(sha256('anew'), 'hex') where event_id = ${lastSealed}`,
    );
    expect(said).toContain("chain: the chain was made anew: its hash here was another");
    expect(said).toContain("chain: its event was changed after it was sealed");
  });

  test("a bid's event that was dropped before it could be sealed", async () => {
    const bid = `(select event_id from receipts where tender_id = '${open.tender.id}')`;
    const said = await saidAfter(
      `delete from unsealed_events where event_id in ${bid}`,
      `delete from events where id in ${bid}`,
    );
    expect(said.join("\n")).toMatch(/receipt: its event .* is gone/);
  });

  test("an event that was changed while it waited", async () => {
    const bid = `(select event_id from receipts where tender_id = '${open.tender.id}')`;
    const said = await saidAfter(`update events set by_role = 'operator' where id in ${bid}`);
    expect(said).toContain("chain: it was changed");
    expect(said).toContain("receipt: its event was changed");
  });
});

describe("of the receipts, the check finds", () => {
  test("one that says something else than was signed", async () => {
    const said = await saidAfter("update receipts set at = at - interval '1 hour'");
    expect(said).toContain("receipt: its signature is not the platform's, or it was changed");
  });

  test("one that is gone", async () => {
    const said = await saidAfter(`delete from receipts where tender_id = '${open.tender.id}'`);
    expect(said).toContain("receipt: a bid was handed in or confirmed, and no receipt tells of it");
  });

  test("that the head it was signed over is in no chain any more", async () => {
    const said = await saidAfter(
      `update chain_links set hash = encode(sha256('anew'), 'hex') where chain = '${open.officeId}'`,
    );
    expect(said.join("\n")).toMatch(/receipt: the head that its chain had then is gone/);
  });
});

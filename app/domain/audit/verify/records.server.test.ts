import { createPublicKey } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { countFreeTimes } from "#app/domain/services/count-free-times.server.ts";
import { repairSummaries } from "#app/domain/statistics/check.server.ts";
import { countAgain } from "#app/domain/statistics/count.server.ts";
import { env } from "#app/env.server.ts";
import { yuan } from "#app/values/money.ts";
import { makeSignedAmendment } from "#db/seed/factories/amendments.ts";
import { makeContractedPanel } from "#db/seed/factories/awards.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeActiveContract } from "#db/seed/factories/contracts.ts";
import { topUpFund } from "#db/seed/factories/fund.ts";
import { makeOffer } from "#db/seed/factories/services.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { undoneAfter, withOwner } from "#db/testing/owner.ts";
import { verify, verifyWithin } from "./verify.server.ts";

const key = createPublicKey(env.signingKey);
let open: Awaited<ReturnType<typeof makeOpenTender>>;
let panel: Awaited<ReturnType<typeof makeContractedPanel>>;

beforeAll(async () => {
  open = await makeOpenTender();
  panel = await makeContractedPanel();
  const seats = await makeOffer({ mode: "seat" });
  await makeBooking({ offerId: seats.id });
  await makeBooking({ state: "accepted" });
  const contract = await makeActiveContract();
  await topUpFund(contract);
  await makeSignedAmendment(contract, { valueChange: yuan(1_000) });
  await repairSummaries();
  while ((await countAgain()) > 0);
  while ((await countFreeTimes()) > 0);
});

/** What the check says after the owner did all that behind the product's back; then it is undone. */
async function saidAfter(...statements: string[]): Promise<string[]> {
  const found = await undoneAfter(statements, (sql) => verifyWithin(sql, { key }));
  return found.map(({ area, what }) => `${area}: ${what}`);
}

test("nothing is wrong with what the product wrote", async () => {
  expect(await withOwner((owner) => verify(owner, { key }))).toEqual([]);
});

describe("of the ledger, the check finds", () => {
  const oneSide = "id = (select min(id) from postings where account = 'available')";

  test("a posting that was changed", async () => {
    const said = (
      await saidAfter(`update postings set amount = amount - 100 where ${oneSide}`)
    ).join("\n");
    expect(said).toMatch(/ledger: its postings sum to -100 fen/);
    expect(said).toMatch(/ledger: the balance says/);
  });

  test("what one of several contracts holds of another's money, or nobody's", async () => {
    const [first, second] = panel.contracts.map(({ id }) => id);
    const signed = `kind = 'sign' and entity_id = '${first}'`;
    const half = `(select id from milestones where contract_id = '${second}' and position = 1)`;
    const said = await saidAfter(
      `update fund_transactions set entity_id = ${half} where ${signed}`,
    );
    expect(said.join("\n")).toMatch(/accepted 0, committed 40000000, worth 20000000 fen/);
    expect(
      await saidAfter(`update fund_transactions set entity_id = gen_random_uuid() where ${signed}`),
    ).toContain("ledger: it moved money that no contract of its project is for");
  });

  test("contracts that were signed above the ceiling together", async () => {
    const said = await saidAfter(
      `update postings set amount = amount + 20000000 where account = 'committed' and project_id = '${panel.project.id}'`,
    );
    expect(said.join("\n")).toMatch(
      /its contracts were signed for 80000000 fen, its ceiling was 50800000/,
    );
  });

  test("a posting that is gone, and a movement without any", async () => {
    const said = await saidAfter(
      `delete from postings where transaction_id = (select transaction_id from postings where ${oneSide})`,
    );
    expect(said).toContain("ledger: it has no postings");
  });

  test("a balance that was changed", async () => {
    const said = await saidAfter(
      "update project_balances set amount = amount + 1 where account = 'committed'",
    );
    expect(said.join("\n")).toMatch(/ledger: the balance says/);
  });

  test("money still reserved for a tender that ended, and a contract that holds too much", async () => {
    const said = await saidAfter(
      `update tenders set status = 'cancelled' where id = '${open.tender.id}'`,
      "update contracts set value = 1",
    );
    expect(said.join("\n")).toMatch(/ledger: it ended with \d+ fen still reserved/);
    expect(said.join("\n")).toMatch(/ledger: paid 0, accepted 0, committed \d+, worth 1 fen/);
  });

  test("a contract that is worth something else than was signed last", async () => {
    const said = await saidAfter(
      "update contracts set value = value + 100 where id in (select contract_id from contract_amendments)",
    );
    expect(said.join("\n")).toMatch(/ledger: it is worth \d+ fen, its last amendment says \d+/);
    expect(said.join("\n")).toMatch(/counter: counted: reserved/);
  });

  test("a contract that was settled with the fund's money still in it", async () => {
    const said = await saidAfter("update contracts set closed_at = now()");
    expect(said.join("\n")).toMatch(/ledger: it was settled with \d+ fen still committed/);
  });

  test("a milestone that says it was paid and was not", async () => {
    const said = await saidAfter(
      "update milestones set state = 'paid', pay = cap, paid_at = now(), accepted_by = (select id from users limit 1) where position = 1",
    );
    expect(said.join("\n")).toMatch(/ledger: it says paid \d+ fen, the ledger 0/);
  });
});

describe("of the counters and summaries, the check finds", () => {
  test.each([
    ["seats", "update service_sessions set taken = taken + 1", /counter: 2 seats of 20/],
    [
      "a contract's money",
      "update contract_counters set fund_used = fund_used + 1",
      /counter: counted: reserved/,
    ],
    ["a resident's quota", "update personal_quotas set used = used + 1", /counter: counted: /],
    ["a month", "update month_summaries set delivered = 9", /summary: it says something else/],
    ["an offer", "update offer_summaries set delivered = 9", /summary: it says something else/],
    ["a contract", "update contract_summaries set rated = 9", /summary: it says something else/],
    ["free seats", "update free_times set seats = 3", /summary: its free times are not/],
    ["a day that is not full", "delete from free_times", /summary: its free times are not/],
    ["an offer left out", "delete from free_time_counts", /summary: its free times are not/],
  ])("%s counted wrong", async (_, change, words) => {
    expect((await saidAfter(change)).join("\n")).toMatch(words);
  });

  test("a worker at two places at once", async () => {
    const said = await saidAfter(
      "alter table bookings drop constraint bookings_worker_free, drop constraint bookings_resident_free",
      `insert into bookings select (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(),
        'reference', 'twice', 'idempotency_key', gen_random_uuid(), 'state', 'confirmed'))).*
        from bookings b where mode = 'visit' limit 1`,
      "update bookings set state = 'confirmed' where mode = 'visit'",
    );
    expect(said.join("\n")).toMatch(/its worker is at booking .* at the same time/);
  });
});

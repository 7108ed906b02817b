import { beforeAll, expect, test } from "vitest";
import { withdrawBid } from "#app/domain/bids/withdraw.server.ts";
import { moveClock } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { db } from "#db/client.server.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeOffer } from "#db/seed/factories/services.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { withOwner } from "#db/testing/owner.ts";
import { sealEvents } from "./seal.server.ts";

const asAuditor = (statement: string) =>
  withOwner(async (owner) => {
    await owner`set role jiefang_auditor`;
    return [...(await owner.unsafe(statement))];
  });

let tender: Awaited<ReturnType<typeof makeOpenTender>>["tender"];

beforeAll(async () => {
  const offer = await makeOffer({ mode: "seat" });
  await makeBooking({ offerId: offer.id });
  await makeBooking();
  const officer = await makeOfficeActor("officer");
  const act = await actOf(officer);
  await db.transaction((tx) => record(tx, act, officer.officeId, { name: "account.signed_in" }));
  ({ tender } = await makeOpenTender());
  await makeSealedBid({ tenderId: tender.id });
  const changedHerMind = await makeManager();
  await makeSealedBid({ tenderId: tender.id, by: changedHerMind });
  await withdrawBid(await actOf(changedHerMind), tender.id);
  while ((await sealEvents()) > 0);
});

test.each([
  ["seats", "capacity, session, taken"],
  ["bookings", "during, id, office, resident, session, state, worker"],
  ["postings", "account, amount_fen, entity, event, fund, transaction"],
  ["balances", "account, amount_fen, fund"],
  ["tenders", "deadline, id, office, state, submitted_bids"],
  ["chain", "actor, at, event, hash, office, previous, seq"],
])("an auditor reads audit.%s with its columns", async (view, columns) => {
  const [row] = await asAuditor(`select * from audit.${view} limit 1`);
  expect(
    Object.keys(row ?? {})
      .sort()
      .join(", "),
  ).toBe(columns);
});

test("no view tells an auditor of a bid before the deadline, and then of those that stand", async () => {
  const stand = `select state, submitted_bids from audit.tenders where id = '${tender.id}'`;
  const told = "select event from audit.chain where event like 'bid.%' order by seq";
  expect(await asAuditor(stand)).toEqual([{ state: "open", submitted_bids: null }]);
  expect(await asAuditor(told)).toEqual([]);

  await moveClock(tender.deadline ?? new Date());
  while ((await sealEvents()) > 0);
  expect(await asAuditor(stand)).toEqual([{ state: "closed", submitted_bids: "1" }]);
  expect((await asAuditor(told)).map(({ event }) => event)).toEqual([
    "bid.submitted",
    "bid.submitted",
    "bid.withdrawn",
  ]);
});

test("an auditor changes nothing and reads nothing beside the views", async () => {
  await expect(asAuditor("select * from public.bids")).rejects.toMatchObject({ code: "42501" });
  await expect(asAuditor("select * from public.residents")).rejects.toMatchObject({
    code: "42501",
  });
  await expect(asAuditor("delete from audit.bookings")).rejects.toMatchObject({ code: "42501" });
});

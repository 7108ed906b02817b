import { and, asc, eq, inArray } from "drizzle-orm";
import type postgres from "postgres";
import { describe, expect, test } from "vitest";
import { withdrawBid } from "#app/domain/bids/withdraw.server.ts";
import { moveClock } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { client, db, sqlClient } from "#db/client.server.ts";
import { chainLinks, events } from "#db/schema/events.ts";
import { actOf, makeOffice, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { withOwner } from "#db/testing/owner.ts";
import { GENESIS, verifyChain } from "./chain.ts";
import { sealEvents } from "./seal.server.ts";

const chainOf = (office: Id<"office">) =>
  db
    .select({
      seq: chainLinks.seq,
      eventId: chainLinks.eventId,
      previous: chainLinks.previous,
      hash: chainLinks.hash,
      digest: events.digest,
      name: events.name,
    })
    .from(chainLinks)
    .innerJoin(events, eq(events.id, chainLinks.eventId))
    .where(eq(chainLinks.chain, office))
    .orderBy(asc(chainLinks.seq));

async function problemsOf(office: Id<"office">) {
  const links = await chainOf(office);
  return await verifyChain(links.map((link) => ({ ...link, digest: link.digest ?? "" })));
}

/** So many events of an office, each in a transaction of its own. */
async function happen(times: number, officeId?: Id<"office">) {
  const by = await makeOfficeActor("officer", officeId);
  const act = await actOf(by);
  const ids = [];
  for (let index = 0; index < times; index += 1) {
    const event = { name: "account.signed_in" } as const;
    ids.push((await db.transaction((tx) => record(tx, act, by.officeId, event))).id);
  }
  return { officeId: by.officeId, ids };
}

async function sealAll() {
  while ((await sealEvents()) > 0);
}

describe("sealing", () => {
  test("puts an office's events into one chain, in the order in which they happened", async () => {
    const { officeId, ids } = await happen(3);
    const other = await happen(1);
    await sealAll();
    const links = await chainOf(officeId);
    expect(links.map(({ eventId }) => eventId)).toEqual(ids);
    expect(links.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(links[0]?.previous).toBe(GENESIS);
    expect(await problemsOf(officeId)).toEqual([]);
    expect(await chainOf(other.officeId)).toHaveLength(1);
  });

  test("goes on where the chain ended", async () => {
    const { officeId, ids } = await happen(2);
    await sealAll();
    const later = await happen(2, officeId);
    await sealAll();
    expect((await chainOf(officeId)).map(({ eventId }) => eventId)).toEqual([...ids, ...later.ids]);
    expect(await problemsOf(officeId)).toEqual([]);
  });

  test("by several at once makes one unbroken chain, and nobody fails", async () => {
    const { officeId } = await happen(40);
    const { refused } = await atOnce(8, () => sealEvents(10));
    expect(refused).toEqual([]);
    await sealAll();
    expect(await chainOf(officeId)).toHaveLength(40);
    expect(await problemsOf(officeId)).toEqual([]);
  });

  test("finds an event that was committed after later ones were sealed", async () => {
    const { officeId } = await happen(1);
    const act = await actOf(await makeOfficeActor("officer", officeId));
    const late = await db.transaction(async (tx) => {
      const { id } = await record(tx, act, officeId, { name: "account.signed_out" });
      const { ids } = await happen(1, officeId);
      await sealAll();
      expect((await chainOf(officeId)).map(({ eventId }) => eventId)).toContain(ids[0]);
      return id;
    });
    await sealAll();
    expect((await chainOf(officeId)).at(-1)?.eventId).toBe(late);
    expect(await problemsOf(officeId)).toEqual([]);
  });

  test("that is stopped in the middle of a batch loses nothing", async () => {
    const { officeId, ids } = await happen(5);
    const first = { chain: officeId, seq: 1, event_id: ids[4] ?? "", previous: "-", hash: "-" };
    const undone = sqlClient.begin(async (rival) => {
      await rival`insert into chain_links ${rival({ ...first, sealed_at: new Date() })}`;
      const sealing = sealEvents().catch((error: unknown) => error);
      await withOwner(stopWhoWaits);
      expect(await sealing).toBeInstanceOf(Error);
      throw new Error("and the rival gives up too");
    });
    await expect(undone).rejects.toThrow("gives up");
    expect(await chainOf(officeId)).toEqual([]);
    await sealAll();
    expect(await chainOf(officeId)).toHaveLength(5);
    expect(await problemsOf(officeId)).toEqual([]);
  });
});

/** Ends the statement that waits to write links: its batch is rolled back, as in a crash. */
async function stopWhoWaits(owner: postgres.Sql) {
  for (;;) {
    const stopped = await owner`
      select pg_cancel_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into chain_links%'
        and pid <> pg_backend_pid()`;
    if (stopped.length > 0) return;
  }
}

describe("what the log says of bids", () => {
  const bidEvents = ["bid.submitted", "bid.withdrawn"] as const;
  const sealedBids = async (office: Id<"office">) =>
    (await chainOf(office)).filter(({ name }) => bidEvents.some((one) => one === name));

  test("is not sealed before the deadline, so that no chain tells of a bid, and then it is", async () => {
    const { tender, officeId } = await makeOpenTender();
    const { by } = await makeSealedBid({ tenderId: tender.id });
    await withdrawBid(await actOf(by), tender.id);
    await sealAll();
    expect(await sealedBids(officeId)).toEqual([]);
    if (!tender.deadline) throw new Error("no deadline");
    await moveClock(tender.deadline);
    await sealAll();
    expect(await sealedBids(officeId)).toHaveLength(2);
    expect(await problemsOf(officeId)).toEqual([]);
  });

  test("waits also in a queue that does not show it to the application", async () => {
    const { tender } = await makeOpenTender();
    await sealAll();
    await makeSealedBid({ tenderId: tender.id });
    expect(await client`select * from unsealed_events`).toEqual([]);
    expect(
      await db
        .select()
        .from(events)
        .where(and(inArray(events.name, bidEvents), eq(events.officeId, tender.officeId))),
    ).toEqual([]);
  });
});

test("an office without events has no chain", async () => {
  const { id } = await makeOffice();
  await sealAll();
  expect(await chainOf(id)).toEqual([]);
});

import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { moveClock } from "#app/domain/clock.server.ts";
import { db } from "#db/client.server.ts";
import { chainLinks, events } from "#db/schema/events.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { startWorker } from "./worker.server.ts";

test("when the clock is moved past a deadline, the worker closes the tender and seals that it did", async () => {
  const { tender, officeId } = await makeOpenTender();
  if (!tender.deadline) throw new Error("no deadline");
  const worker = startWorker();
  await moveClock(tender.deadline);
  const sealed = () =>
    db
      .select({ name: events.name })
      .from(chainLinks)
      .innerJoin(events, eq(events.id, chainLinks.eventId))
      .where(eq(chainLinks.chain, officeId));
  await vi.waitFor(
    async () => expect(await sealed()).toContainEqual({ name: "tender.closed" }),
    9_000,
  );
  await worker.stop();
});

test("a job that fails does not keep the others from their turn", async () => {
  let turns = 0;
  const worker = startWorker([
    { name: "fails", everySeconds: 60, run: () => Promise.reject(new Error("no")) },
    { name: "works", everySeconds: 0, run: async () => (turns += 1) },
  ]);
  await vi.waitFor(() => expect(turns).toBeGreaterThan(2), 9_000);
  await worker.stop();
});

test("of two workers one does a job at a time", async () => {
  let running = 0;
  let most = 0;
  let turns = 0;
  const job = {
    name: "count who is here",
    everySeconds: 3_600,
    run: async () => {
      running += 1;
      most = Math.max(most, running);
      await db.select().from(chainLinks).limit(1);
      running -= 1;
      turns += 1;
      return turns < 20 ? 1 : 0;
    },
  };
  const workers = [startWorker([job]), startWorker([job]), startWorker([job])];
  await vi.waitFor(() => expect(turns).toBeGreaterThanOrEqual(20), 9_000);
  for (const worker of workers) await worker.stop();
  expect(most).toBe(1);
});

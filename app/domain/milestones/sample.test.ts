import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "#app/values/id.ts";
import { sampleSize } from "../contracts/milestone-pay.ts";
import { chooseSample, type Served } from "./sample.ts";

const people = Array.from({ length: 80 }, () => newId<"resident">());
const served = fc.array(fc.nat(people.length - 1), { maxLength: 120 }).map((who): Served[] =>
  who.map((index) => ({
    residentId: people[index] ?? newId<"resident">(),
    bookingId: newId<"booking">(),
  })),
);

test("the sample is so many different residents, each asked about a booking of her own", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), served, async (seed, all) => {
      const asked = await chooseSample(seed, all);
      const residents = new Set(all.map(({ residentId }) => residentId));
      expect(asked).toHaveLength(sampleSize(residents.size));
      expect(new Set(asked.map(({ residentId }) => residentId)).size).toBe(asked.length);
      for (const one of asked) expect(all).toContainEqual(one);
    }),
  );
});

test("anybody can choose it again from its seed, whatever the order of the bookings", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), served, async (seed, all) => {
      expect(await chooseSample(seed, all.toReversed())).toEqual(await chooseSample(seed, all));
    }),
  );
});

test("another seed asks others", async () => {
  const all = people.map((residentId) => ({ residentId, bookingId: newId<"booking">() }));
  const first = await chooseSample("a", all);
  expect(await chooseSample("b", all)).not.toEqual(first);
});

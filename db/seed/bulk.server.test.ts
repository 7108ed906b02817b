import { createPublicKey } from "node:crypto";
import { expect, test } from "vitest";
import { verify } from "#app/domain/audit/verify/verify.server.ts";
import { env } from "#app/env.server.ts";
import { db } from "#db/client.server.ts";
import { bookings } from "#db/schema/bookings.ts";
import { withOwner } from "#db/testing/owner.ts";
import { fillBulk } from "./bulk.ts";

test("the measuring data holds as many bookings as asked for, and nothing is wrong with it", async () => {
  await withOwner((owner) =>
    fillBulk(owner, { offices: 3, bookings: 1_000, tell: () => undefined }),
  );
  expect(await db.$count(bookings)).toBe(1_000);
  const key = createPublicKey(env.signingKey);
  expect(await withOwner((owner) => verify(owner, { key }))).toEqual([]);
  const again = withOwner((owner) =>
    fillBulk(owner, { offices: 3, bookings: 1_000, tell: () => undefined }),
  );
  await expect(again).rejects.toThrow("already");
});

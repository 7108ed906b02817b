import { expect, test } from "vitest";
import { day } from "#app/values/time.ts";
import { closeObstacle } from "./close.ts";

const nothing = { openBookings: 0, unclaimed: 0, openClaims: 0, scheduled: 0 };
const active = { status: "active", endsOn: day("2026-06-30"), closedAt: null } as const;
const now = new Date("2026-06-30T04:00:00Z");
const later = new Date("2026-07-01T04:00:00Z");

test("a contract is settled once everything is paid, or its time is over and nothing is left", () => {
  expect(closeObstacle(active, nothing, now)).toBeUndefined();
  expect(closeObstacle(active, { ...nothing, scheduled: 1 }, later)).toBeUndefined();
});

test.each([
  ["closing.bookings_open", { openBookings: 1 }],
  ["closing.claims_open", { openClaims: 1 }],
  ["closing.unclaimed", { unclaimed: 1 }],
  ["closing.still_running", { scheduled: 1 }],
] as const)("%s holds it up", (code, standing) => {
  expect(closeObstacle(active, { ...nothing, ...standing }, now)).toBe(code);
});

test("one that was terminated need not wait for its last day; one that is settled is settled", () => {
  const terminated = { ...active, status: "terminated" } as const;
  expect(closeObstacle(terminated, { ...nothing, scheduled: 2 }, now)).toBeUndefined();
  for (const over of [
    { ...active, closedAt: now },
    { ...active, status: "pending" as const },
  ]) {
    expect(closeObstacle(over, nothing, later)).toBe("lifecycle.not_now");
  }
});

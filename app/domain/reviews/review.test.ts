import { describe, expect, test } from "vitest";
import { addTo, days, hours } from "#app/values/time.ts";
import { reviewStanding } from "./review.ts";

const checkedOutAt = new Date("2026-11-30T03:00:00Z");
const fresh = { state: "accepted", checkedOutAt, reviewedAt: null, repliedAt: null } as const;

describe("a resident", () => {
  test("may rate a service from when she answered for it until fourteen days later", () => {
    const at = (ms: number) => addTo(checkedOutAt, ms);
    expect(reviewStanding(fresh, at(hours(1)))).toBe("new");
    expect(reviewStanding(fresh, at(days(14)))).toBe("not_now");
    expect(reviewStanding({ ...fresh, state: "delivered" }, at(hours(1)))).toBe("not_now");
    expect(reviewStanding({ ...fresh, state: "disputed" }, at(hours(1)))).toBe("new");
    expect(reviewStanding({ ...fresh, state: "cancelled" }, at(hours(1)))).toBe("not_now");
  });

  test("may change her rating for 48 hours, unless it was answered", () => {
    const reviewedAt = addTo(checkedOutAt, days(13));
    const rated = { ...fresh, reviewedAt };
    expect(reviewStanding(rated, addTo(reviewedAt, hours(47)))).toBe("change");
    expect(reviewStanding(rated, addTo(reviewedAt, hours(48)))).toBe("fixed");
    const answered = { ...rated, repliedAt: addTo(reviewedAt, hours(1)) };
    expect(reviewStanding(answered, addTo(reviewedAt, hours(2)))).toBe("fixed");
  });
});

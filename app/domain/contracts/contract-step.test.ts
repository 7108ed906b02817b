import { expect, test } from "vitest";
import { contractStep } from "./contract-step.ts";

const signed = { status: "active", booked: null, delivered: null } as const;

test("a contract waits for its signatures, then for bookings, deliveries and payment", () => {
  expect(contractStep({ ...signed, status: "pending" })).toBe("signed");
  expect(contractStep(signed)).toBe("booked");
  expect(contractStep({ ...signed, booked: 3, delivered: 0 })).toBe("delivered");
  expect(contractStep({ ...signed, booked: 3, delivered: 2 })).toBe("paid");
  expect(contractStep({ ...signed, status: "completed" })).toBe("all");
});

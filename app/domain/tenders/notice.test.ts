import { expect, test } from "vitest";
import { loopStepOf } from "./notice.ts";

const life = { status: "contracted", publishedAt: new Date(), openedAt: new Date() } as const;

test("a tender stands where its contract does", () => {
  const contract = { status: "active", booked: 3, delivered: 0 } as const;
  expect(loopStepOf(life, contract)).toEqual({ at: "delivered", stopped: false });
  expect(loopStepOf(life, { ...contract, status: "terminated" })).toEqual({
    at: "signed",
    stopped: true,
  });
});

test("a tender that came to nothing stopped where it was", () => {
  expect(loopStepOf({ ...life, status: "failed" })).toEqual({ at: "scored", stopped: true });
  expect(loopStepOf({ ...life, status: "cancelled", openedAt: null })).toEqual({
    at: "open",
    stopped: true,
  });
});

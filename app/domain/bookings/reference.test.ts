import { expect, test } from "vitest";
import { bookingReference, readableReference } from "./reference.ts";

test("a reference is eight characters of which none looks or sounds like another", () => {
  const many = Array.from({ length: 500 }, bookingReference);
  for (const reference of many) expect(reference).toMatch(/^[2-9ACEFHJKMNPRTWXY]{8}$/);
  expect(new Set(many).size).toBe(500);
});

test("a reference is shown in two groups of four", () => {
  expect(readableReference("K7M42XPA")).toBe("K7M4 2XPA");
});

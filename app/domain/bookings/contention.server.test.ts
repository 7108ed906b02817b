import { expect, test } from "vitest";
import { contended, oncePerForm, TakenMeanwhile } from "./contention.server.ts";

const fault = (code: string, constraint?: string) =>
  new Error("Failed query", {
    cause: Object.assign(new Error("from the database"), { code, constraint_name: constraint }),
  });

/** A command that fails with each of the faults in turn and then says done. */
function failing(...faults: Error[]) {
  const left = [...faults];
  return async () => {
    const next = left.shift();
    if (next) throw next;
    return "done";
  };
}

test("what passes by itself is tried again", async () => {
  const passing = [
    fault("40P01"),
    fault("40001"),
    fault("23505", "bookings_one_reference"),
    fault("40P01"),
  ];
  expect(await contended(failing(...passing))).toBe("done");
});

test("who was overtaken looks again, as often as it happens", async () => {
  const overtaken = Array.from({ length: 30 }, () => new TakenMeanwhile());
  expect(await contended(failing(...overtaken))).toBe("done");
});

test("what never passes is given up", async () => {
  const faults = Array.from({ length: 20 }, () => fault("40P01"));
  await expect(contended(failing(...faults))).rejects.toBe(faults[5]);
});

test.each([
  ["bookings_worker_free", "booking.taken"],
  ["bookings_resident_free", "booking.same_time"],
  ["service_sessions_seats", "booking.full"],
  ["contract_counters_within_value", "booking.price_changed"],
  ["personal_quotas_within", "booking.price_changed"],
])("%s becomes %s", async (constraint, code) => {
  await expect(contended(failing(fault("23P01", constraint)))).rejects.toMatchObject({
    name: "Refusal",
    code,
  });
});

test("a fault that nobody expected stays one", async () => {
  const strange = fault("23514", "bookings_shares_sum");
  await expect(contended(failing(strange))).rejects.toBe(strange);
  const bug = new TypeError("a bug");
  await expect(contended(failing(bug))).rejects.toBe(bug);
});

test("a form that was answered gets its answer again, whatever the second try met", async () => {
  const second = failing(fault("23505", "bookings_once_per_form"));
  expect(await oncePerForm(async () => "first", second)).toBe("first");
  const never = oncePerForm(async () => undefined, failing(fault("23P01", "bookings_worker_free")));
  await expect(never).rejects.toMatchObject({ code: "booking.taken" });
});

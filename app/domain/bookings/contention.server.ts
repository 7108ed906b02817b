import { Refusal, type RefusalCode } from "#app/domain/refusal.ts";

/** What it means to the person when a last defence of the database holds. */
const meanings: Readonly<Record<string, RefusalCode>> = {
  bookings_worker_free: "booking.taken",
  bookings_resident_free: "booking.same_time",
  service_sessions_seats: "booking.full",
  bookings_contract_active: "booking.offer_closed",
  contract_counters_within_value: "booking.price_changed",
  personal_quotas_within: "booking.price_changed",
};

/** A deadlock, a failed serialization and a reference that exists already: the same again, and it will do. */
const passing = new Set(["40P01", "40001", "bookings_one_reference"]);
const TRIES = 6;

/**
 * Somebody else got it between the look and the lock: the command is to look again. Whoever throws this
 * made way for a booking that succeeded, so it does not count as a try.
 */
export class TakenMeanwhile extends Error {
  override readonly name = "TakenMeanwhile";
}

/**
 * Runs a command that others are running too: what passes is tried again, and a constraint that says
 * “taken” becomes the refusal that people can read.
 */
export async function contended<Result>(command: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; ) {
    try {
      return await command();
    } catch (error) {
      if (error instanceof TakenMeanwhile) continue;
      const { code = "", constraint = "" } = databaseFault(error) ?? {};
      const passes = passing.has(code) || passing.has(constraint);
      if (passes && attempt < TRIES) {
        attempt += 1;
        continue;
      }
      const meaning = meanings[constraint];
      throw meaning ? new Refusal(meaning) : error;
    }
  }
}

/** As `contended`; but a form that was answered before gets the same answer, whatever became of it now. */
export async function oncePerForm<Result>(
  findEarlier: () => Promise<Result | undefined>,
  command: () => Promise<Result>,
): Promise<Result> {
  try {
    return await contended(command);
  } catch (error) {
    const earlier = await findEarlier();
    if (earlier !== undefined) return earlier;
    throw error;
  }
}

/** The database's code and constraint, through all that wraps them. */
function databaseFault(error: unknown): { code: string; constraint: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!("code" in error) || typeof error.code !== "string") return databaseFault(error.cause);
  const constraint = "constraint_name" in error ? error.constraint_name : undefined;
  return { code: error.code, constraint: typeof constraint === "string" ? constraint : "" };
}

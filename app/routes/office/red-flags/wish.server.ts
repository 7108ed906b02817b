import type { Period } from "#app/domain/red-flags/queries.server.ts";
import { redFlags } from "#app/domain/red-flags/red-flag.ts";
import { askedOf, notFound } from "#app/http/params.server.ts";
import { isDay } from "#app/values/time.ts";

/** The period that the address asks for; what is no day is left out. */
export function periodWish(request: Request): Period {
  const params = askedOf(request);
  const dayIn = (name: string) => {
    const text = params.get(name) ?? "";
    return isDay(text) ? text : undefined;
  };
  return { from: dayIn("from"), to: dayIn("to") };
}

/** The indicator that the address names. */
export const flagParam = (named: string | undefined) =>
  redFlags.find((flag) => flag === named) ?? notFound();

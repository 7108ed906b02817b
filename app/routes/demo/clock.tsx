import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { findNextDeadline, moveClock, readClock } from "#app/domain/clock.server.ts";
import { returnAddress } from "#app/http/locale.server.ts";
import { notFound } from "#app/http/params.server.ts";
import { paths } from "#app/paths.ts";
import { addTo, days, hours } from "#app/values/time.ts";

const Move = z.object({
  to: z.enum(["+1h", "+1d", "deadline"]),
  from: z.string().optional(),
});

export const loader = () => notFound();

/** Moves the demo's time on; where the clock is the real one this address does not exist. */
export async function action({ request }: ActionFunctionArgs) {
  const { now, movable } = await readClock();
  const form = Move.safeParse(Object.fromEntries(await request.formData()));
  if (!movable || !form.success) return notFound();
  await moveClock(await target(form.data.to, now));
  return redirect(returnAddress(form.data.from, paths.home), 303);
}

async function target(to: z.infer<typeof Move>["to"], now: Date): Promise<Date> {
  if (to === "+1h") return addTo(now, hours(1));
  const next = to === "deadline" ? await findNextDeadline() : undefined;
  return next ? addTo(next, 1000) : addTo(now, days(1));
}

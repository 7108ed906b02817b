import { z } from "zod";
import { MOST_WINNERS } from "#app/domain/tenders/method.ts";
import { directGrounds } from "#app/domain/tenders/profile.ts";
import { methods, profiles } from "#app/domain/tenders/tender.ts";
import { amount } from "#app/http/fields.server.ts";

const choices = profiles.flatMap((profile) =>
  methods.map((method) => [`${profile}:${method}`, { profile, method }] as const),
);
const byValue = new Map<
  string,
  { profile: (typeof profiles)[number]; method: (typeof methods)[number] }
>(choices);

/** The method as the form sends it, with what only some methods ask for. */
export const MethodForm = z.object({
  choice: z.string().transform((value, context) => {
    const chosen = byValue.get(value);
    if (chosen) return chosen;
    context.addIssue({ code: "custom", message: "missing" });
    return z.NEVER;
  }),
  invitedCode: z.string().trim().max(40).default(""),
  directGround: z.enum(directGrounds).nullable().default(null),
  directReason: z.string().trim().max(2000).default(""),
  winners: z.number().int().min(2).max(MOST_WINNERS).default(2),
  winnerCap: amount().nullable().default(null),
});

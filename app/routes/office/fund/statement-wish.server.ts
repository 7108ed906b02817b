import { z } from "zod";
import { fundAccounts } from "#app/domain/fund/ledger.ts";
import { statementViews } from "#app/domain/fund/statement.ts";
import { calendarDay } from "#app/http/fields.server.ts";
import { askedOf } from "#app/http/params.server.ts";

/** What cannot be read of the address is as if it were not there. */
const Wish = z.object({
  account: z.enum(fundAccounts).catch("available"),
  view: z.enum(statementViews).catch("movement"),
  from: calendarDay().optional().catch(undefined),
  to: calendarDay().optional().catch(undefined),
  projectId: z.uuid().optional().catch(undefined),
  after: z.string().max(60).optional().catch(undefined),
});

/** The statement that the address asks for, and where its page begins. */
export function statementWish(request: Request) {
  const { after, ...wish } = Wish.parse(Object.fromEntries(askedOf(request)));
  return { wish, after };
}

import type { Approver, Officer } from "#app/domain/act.ts";
import type { TenderTerms } from "#app/domain/tender-amendments/amendment.ts";
import { approveTenderAmendment } from "#app/domain/tender-amendments/approve.server.ts";
import { proposeTenderAmendment } from "#app/domain/tender-amendments/propose.server.ts";
import { findAmendable } from "#app/domain/tender-amendments/queries.server.ts";
import type { Id } from "#app/values/id.ts";
import { addTo, days } from "#app/values/time.ts";
import { actOf } from "./accounts.ts";

type Open = { tender: { id: Id<"tender"> }; officer: Officer; approver: Approver };
type AmendmentWish = { change?: Partial<TenderTerms>; slip?: boolean; reason?: string };

/** Proposes to amend an open tender: 20 more of what is bought and five more days, unless told otherwise. */
export async function makeTenderAmendment(
  { tender: { id: tenderId }, officer }: Pick<Open, "tender" | "officer">,
  { change, slip = false, reason = "居民提出要增加服务人数。" }: AmendmentWish = {},
): Promise<Id<"tender_amendment">> {
  const found = await findAmendable(officer, tenderId);
  if (!found?.terms.deadline) throw new Error("the tender is not open");
  const { terms } = found;
  const usual = {
    quantity: (terms.quantity ?? 0) + 20,
    deadline: addTo(found.terms.deadline, days(5)),
  };
  const to = { ...terms, ...(change ?? usual) };
  return await proposeTenderAmendment(await actOf(officer), { tenderId, terms: to, slip, reason });
}

/** The same, approved. */
export async function amendTender(open: Open, wish: AmendmentWish = {}) {
  const tenderId = open.tender.id;
  const amendmentId = await makeTenderAmendment(open, wish);
  await approveTenderAmendment(await actOf(open.approver), { tenderId, amendmentId });
  return amendmentId;
}

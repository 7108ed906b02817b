import type { Officer } from "#app/domain/act.ts";
import { commentOnDraft } from "#app/domain/consultations/comment.server.ts";
import { openConsultation } from "#app/domain/consultations/open.server.ts";
import type { Id } from "#app/values/id.ts";
import { actOf, makeManager } from "./accounts.ts";
import { makeDraftTender } from "./tenders.ts";

/** A complete draft that stands in public for as short as the rules allow. */
export async function makeConsultedDraft(wish: Parameters<typeof makeDraftTender>[0] = {}) {
  const draft = await makeDraftTender(wish);
  await consult(draft);
  return { ...draft, tenderId: draft.tender.id };
}

/** Opens a draft for comment. */
export async function consult(draft: { tender: { id: Id<"tender"> }; officer: Officer }) {
  const wish = { tenderId: draft.tender.id, lastDay: null };
  await openConsultation(await actOf(draft.officer), wish);
}

/** What an organization says of a draft. */
export async function makeComment(
  tenderId: Id<"tender">,
  text = "限价偏紧，建议按人次分档。",
): Promise<Id<"draft_comment">> {
  return await commentOnDraft(await actOf(await makeManager()), { tenderId, text });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPublishedSheet } from "#app/domain/tenders/published-sheet.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { messagesIn } from "#app/i18n/messages.ts";

/** Everything that anybody needs to work out every total again: prices in fen, scores in hundredths of a point. */
export async function loader({ params }: LoaderFunctionArgs) {
  const sheet = (await findPublishedSheet(idParam(params.tenderId))) ?? notFound();
  const formulas = {
    zh: messagesIn("zh").award.sheet.formula,
    en: messagesIn("en").award.sheet.formula,
  };
  const units = { prices: "fen", scores: "hundredths of a point", means: "hundredths of a star" };
  return Response.json({ units, formulas, ...sheet });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { findChallenged } from "#app/domain/challenges/public-queries.server.ts";
import { findNotice } from "#app/domain/tenders/notice-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";

/** The suspension of a tender that the address names by its place in their order. */
export async function loadSuspension({ params }: LoaderFunctionArgs) {
  const tenderId = idParam<"tender">(params.tenderId);
  const [tender, { suspensions }] = await Promise.all([
    findNotice(tenderId),
    findChallenged(tenderId),
  ]);
  const suspension = suspensions.find((_, index) => String(index + 1) === params.number);
  if (!tender || !suspension) return notFound();
  const { id, title, office, noticeNumber, number } = tender;
  return { id, title, office, noticeNumber: noticeNumber ?? number, suspension };
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { listMovements, type Movement } from "#app/domain/fund/movements.server.ts";
import { findFund } from "#app/domain/fund/queries.server.ts";
import { csvResponse } from "#app/http/csv.server.ts";
import { preferencesOf } from "#app/http/locale.server.ts";
import { idSearchParam, notFound } from "#app/http/params.server.ts";
import { requireOfficeStaff } from "#app/http/session.server.ts";
import { formatIn } from "#app/i18n/format.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { moved } from "./moved.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOfficeStaff(request);
  const { language } = preferencesOf(request);
  const { fund: words } = messagesIn(language);
  const { stamp, list } = formatIn(language);
  const wanted = idSearchParam<"fund">(request, "fund") ?? notFound();
  const fund = (await findFund(by, wanted)) ?? notFound();
  const named = (lines: Movement["lines"]) =>
    list(lines.map(({ account }) => words.accounts[account]));
  return csvResponse<Movement>(
    words.movements.fileName(words.named(String(fund.year), fund.name)),
    [
      { label: words.movements.at, value: ({ at }) => stamp(at) },
      { label: words.movements.what, value: ({ kind }) => words.events[kind] },
      { label: words.movements.project, value: ({ project }) => project },
      { label: words.movements.other, value: ({ other }) => other },
      { label: words.movements.amountYuan, value: ({ lines }) => moved(lines).amount / 100 },
      { label: words.movements.from, value: ({ lines }) => named(moved(lines).from) },
      { label: words.movements.to, value: ({ lines }) => named(moved(lines).to) },
      { label: words.movements.who, value: ({ who }) => who },
      { label: words.movements.memo, value: ({ memo }) => memo },
    ],
    await listMovements(by, fund.id),
  );
}

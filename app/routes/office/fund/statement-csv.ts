import type { LoaderFunctionArgs } from "@remix-run/node";
import { findFund } from "#app/domain/fund/queries.server.ts";
import { listStatement } from "#app/domain/fund/statement.server.ts";
import type { StatementLine } from "#app/domain/fund/statement.ts";
import { csvResponse } from "#app/http/csv.server.ts";
import { preferencesOf } from "#app/http/locale.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOfficeStaff } from "#app/http/session.server.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { statementColumns } from "./statement-columns.ts";
import { statementWish } from "./statement-wish.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOfficeStaff(request);
  const { language } = preferencesOf(request);
  const { statement: words, accounts } = messagesIn(language).fund;
  const fund = (await findFund(by, idParam(params.fundId))) ?? notFound();
  const { wish } = statementWish(request);
  return csvResponse<StatementLine>(
    words.fileName(fund.name, accounts[wish.account]),
    statementColumns(language).lines,
    await listStatement(by, fund.id, wish),
  );
}

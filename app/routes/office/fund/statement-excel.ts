import type { LoaderFunctionArgs } from "@remix-run/node";
import { findFund } from "#app/domain/fund/queries.server.ts";
import { listStatement, summarizeAccounts } from "#app/domain/fund/statement.server.ts";
import type { AccountSummary, StatementLine } from "#app/domain/fund/statement.ts";
import { excelResponse, sheetOf } from "#app/http/excel.server.ts";
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
  const [rows, summary] = await Promise.all([
    listStatement(by, fund.id, wish),
    summarizeAccounts(by, fund.id, wish),
  ]);
  const columns = statementColumns(language);
  const name = words.lines(accounts[wish.account], words.views[wish.view]);
  return await excelResponse(words.fileName(fund.name, accounts[wish.account]), [
    sheetOf<StatementLine>({ name, columns: columns.lines, rows }),
    sheetOf<AccountSummary>({ name: words.accounts, columns: columns.accounts, rows: summary }),
  ]);
}

import type { AccountSummary, StatementLine } from "#app/domain/fund/statement.ts";
import { formatIn } from "#app/i18n/format.ts";
import type { Language } from "#app/i18n/language.ts";
import { messagesIn } from "#app/i18n/messages.ts";

/** The columns of a statement's downloads: a line has all of them, whatever it stands for. */
export function statementColumns(language: Language) {
  const { statement: words, movements, events, accounts } = messagesIn(language).fund;
  const { stamp } = formatIn(language);
  const yuan = <Sum extends string>(sum: Sum, label: string) => ({
    label: words.inYuan(label),
    value: (row: Record<Sum, number>) => row[sum] / 100,
    money: true,
  });
  const text = (value: (line: StatementLine) => string | null) => value;
  return {
    lines: [
      { label: words.at, value: text(({ at, day }) => (at ? stamp(at) : day)) },
      { label: movements.what, value: text(({ kind }) => kind && events[kind]) },
      { label: movements.project, value: text(({ project }) => project) },
      { label: movements.who, value: text(({ who }) => who) },
      { label: movements.memo, value: text(({ memo }) => memo) },
      yuan("debit", words.debit),
      yuan("credit", words.credit),
      yuan("balance", words.balance),
    ],
    accounts: [
      { label: words.account, value: ({ account }: AccountSummary) => accounts[account] },
      yuan("opening", words.opening),
      yuan("debit", words.debit),
      yuan("credit", words.credit),
      yuan("closing", words.closing),
    ],
  };
}

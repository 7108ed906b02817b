import { beforeAll, describe, expect, test } from "vitest";
import type { Language } from "#app/i18n/language.ts";
import { type App, appOf, type Visitor } from "../app.server.ts";
import { type HtmlForm, readPage, wordsIn } from "../html.ts";
import { answerProblems } from "./answer-problems.ts";
import type { Fields, FormRow, Setting } from "./form-row.ts";
import { changedTables, tableMarks } from "./table-marks.server.ts";
import { rightFields, type WrongForm, wrongForms } from "./wrong-forms.ts";

/** For each form: every wrong input is answered with a sentence, keeps what was typed and changes nothing. */
export function checkForms(rows: readonly FormRow[]) {
  let app: App;
  beforeAll(async () => {
    const folders = new Set(rows.map(({ route }) => route.split("/").slice(0, 2).join("/")));
    app = await appOf((file) => [...folders].some((folder) => file.startsWith(`${folder}/`)));
  });
  describe.each(rows.map((row) => [row.route, row] as const))("%s", (_, row) => {
    test("answers bad input with a sentence, keeps what was typed, changes nothing", async () => {
      expect(await problemsOf(app, row)).toEqual([]);
    });
  });
}

async function problemsOf(app: App, row: FormRow): Promise<string[]> {
  const setting = await row.setting();
  const { who, cookies, address, page = address } = setting;
  const visitor = { who, cookies };
  const first = await app(page, visitor);
  const form = formOf(first.html, setting);
  if (first.status !== 200 || !form) return [`no form at ${page}: ${first.status}`];
  for (const control of form.controls) {
    if (row.codes?.includes(control.name)) control.kind = "text";
  }
  const right = rightFields(row, form.controls, await givenIn(setting));
  const before = await tableMarks();
  const problems = [];
  for (const wrong of wrongForms(row, form.controls, right)) {
    problems.push(...(await tried(app, setting, wrong, "zh")));
    if (!wrong.kept) problems.push(...(await tried(app, setting, wrong, "en")));
  }
  problems.push(...(await othersProblems(app, setting, right)));
  const changed = changedTables(before, await tableMarks());
  const written = changed.filter((table) => !row.notes?.includes(table));
  problems.push(...written.map((table) => `${table} changed`));
  const last = await app(address, visitor, bodyOf({ ...right, ...(await givenIn(setting)) }));
  if (last.status >= 400) problems.push(`a right form is refused: ${refusalOf(last)}`);
  return problems;
}

/** Asked again at the end: a code may have passed by then. */
const givenIn = async ({ right = {} }: Setting): Promise<Fields> =>
  typeof right === "function" ? await right() : right;

async function tried(app: App, setting: Setting, wrong: WrongForm, language: Language) {
  const { who, cookies, address } = setting;
  const answer = await app(address, { who, cookies, language }, bodyOf(wrong.fields));
  const problems =
    answer.status < 400 || answer.status >= 500
      ? [`status ${answer.status}`]
      : answerProblems(readPage(answer.html), formOf(answer.html, setting), wrong, language);
  return problems.map((problem) => `${wrong.name} (${language}): ${problem}`);
}

/** Somebody else's thing is not found, and a thing past its time is refused with a sentence. */
async function othersProblems(app: App, setting: Setting, right: Fields): Promise<string[]> {
  const { who, stranger, late, address } = setting;
  const problems = [];
  const send = (to: string, visitor: Visitor, fields = right) => app(to, visitor, bodyOf(fields));
  if (stranger) {
    const own = await setting.strangerTypes?.();
    const { status } = await send(address, { who: stranger }, { ...right, ...own });
    if (status !== 404 && status !== 403) problems.push(`a stranger gets ${status}`);
  }
  if (who) {
    const { status } = await send(address, {});
    if (status !== 302 && status !== 303) problems.push(`nobody signed in gets ${status}`);
  }
  if (late)
    problems.push(
      ...lateProblems(await send(late, { who }), { ...setting, address: late, page: late }, right),
    );
  return problems;
}

/** The refusal says why, and what was typed is still there. */
function lateProblems(answer: Answer, setting: Setting, right: Fields): string[] {
  const { html, status } = answer;
  if (status < 400 || status >= 500 || !refusalOf(answer)) {
    return [`too late: ${status} without a sentence`];
  }
  const form = formOf(html, setting);
  const wrong = { name: "too late", fields: right, sentences: [], kept: true };
  const typed = Object.values(right).some((value) => typeof value === "string" && value.length > 9);
  if (!form) return typed ? ["too late: what was typed is gone"] : [];
  return answerProblems(readPage(html), form, wrong, "zh").map((problem) => `too late: ${problem}`);
}

type Answer = Awaited<ReturnType<App>>;

const refusalOf = ({ html, status }: { html: string; status: number }) => {
  const { alerts, fieldErrors } = readPage(html);
  const said = [wordsIn(alerts), ...fieldErrors.values()].filter(Boolean).join("; ");
  return said && `${status} ${said}`;
};

/** The form that is sent there, of all on the page. */
function formOf(html: string, { address, page = address }: Setting): HtmlForm | undefined {
  const [path] = address.split("?");
  return readPage(html).forms.find(({ action }) =>
    action ? action.split("?")[0] === path : page === address,
  );
}

function bodyOf(fields: Fields): FormData | URLSearchParams {
  const form = new FormData();
  const words = new URLSearchParams();
  let file = false;
  for (const [name, said] of Object.entries(fields)) {
    if (said instanceof File) {
      form.append(name, said);
      file = true;
    } else {
      for (const value of [said].flat()) {
        form.append(name, value);
        words.append(name, value);
      }
    }
  }
  return file ? form : words;
}

import type { Language } from "#app/i18n/language.ts";
import { type Control, type HtmlForm, type HtmlPage, linksIn, wordsIn } from "../html.ts";
import type { WrongForm } from "./wrong-forms.ts";

/** Names of formats; a field's name in the summary may hold what people typed, so it is left out below. */
const latinAllowed = /name@example\.com|https:\/\/|CSV|Excel|XLSX|PDF|JPG|PNG|JavaScript/gi;

/** What is wrong with the answer to a wrong form: each missing sentence, dead link, lost value or foreign word. */
export function answerProblems(
  page: HtmlPage,
  form: HtmlForm | undefined,
  { fields, sentences, kept }: WrongForm,
  language: Language,
): string[] {
  const said = wordsIn(page.alerts);
  if (!form) return said ? [] : ["neither the form nor a refusal"];
  return [
    ...(said ? [] : ["no summary"]),
    ...sentences.flatMap((name) => sentenceProblems(page, form, name)),
    ...deadLinks(page),
    ...foreignWords(page, language),
    ...form.controls.flatMap((control) => (kept ? lost(control, fields[control.name]) : [])),
    ...form.controls
      .filter(({ kind, values }) => kind === "password" && values.some(Boolean))
      .map(({ name }) => `the password ${name} comes back`),
  ];
}

function sentenceProblems(page: HtmlPage, form: HtmlForm, name: string): string[] {
  const id = `${form.id}-${name}`;
  const sentence = page.fieldErrors.get(`${id}-error`);
  if (!sentence) return [`no sentence at ${name}`];
  const control = form.controls.find((one) => one.name === name);
  const described = control ? control.describedBy : [...page.describes];
  const linked = linksIn(page.alerts).some(
    ({ href, text }) => href === `#${id}` && text.includes(sentence),
  );
  return [
    ...(described.includes(`${id}-error`) ? [] : [`${name} is not described by its sentence`]),
    ...(linked ? [] : [`the summary does not lead to ${name}`]),
  ];
}

const deadLinks = (page: HtmlPage): string[] =>
  linksIn(page.alerts)
    .filter(({ href }) => href.startsWith("#") && !page.ids.has(href.slice(1)))
    .map(({ href, text }) => `a dead link ${href} in the summary: ${text}`);

function foreignWords(page: HtmlPage, language: Language): string[] {
  const refusals = wordsIn(page.alerts.replaceAll(/<li>.*?<\/li>/g, ""));
  const texts = [...page.fieldErrors.values(), refusals];
  const foreign = language === "zh" ? /[A-Za-z]{2,}/ : /[\u4e00-\u9fff]/;
  return texts
    .filter((text) => foreign.test(text.replaceAll(latinAllowed, "")))
    .map((text) => `foreign words: ${text}`);
}

/** A typed value that does not stand in its control any more. */
function lost({ name, kind, values, options }: Control, sent: unknown): string[] {
  if (kind === "hidden" || kind === "password" || kind === "file") return [];
  const typed = [sent].flat().filter((value) => typeof value === "string");
  const expected =
    kind === "choice" || kind === "ticks"
      ? typed.filter((value) => options.includes(value))
      : typed.map((value) => value.replaceAll("\u0000", ""));
  const gone = expected.filter((value) => !values.includes(value));
  return gone.map((value) => `${name} lost ${JSON.stringify(value.slice(0, 20))}`);
}

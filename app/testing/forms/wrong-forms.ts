import { newId } from "#app/values/id.ts";
import type { Control } from "../html.ts";
import type { Fields, FormRow } from "./form-row.ts";

/** One wrong form: what is sent, and which fields must get a sentence. */
export type WrongForm = {
  name: string;
  fields: Fields;
  sentences: readonly string[];
  /** The fields of which it is said that they are typed, and so must be found again. */
  kept: boolean;
};

const USUAL_WORDS = "居民反映的情况属实，已经核对。";

/** What a right form holds: what stands there already, else usual words and the first choice. */
export function rightFields(
  { asItStands }: FormRow,
  controls: readonly Control[],
  given: Fields,
): Fields {
  const usual = controls
    .filter(({ kind }) => kind !== "file" && kind !== "ticks")
    .map(({ name, kind, values, options }) => {
      const [stands] = values;
      if (stands || asItStands) return [name, stands ?? ""];
      if (kind === "choice") return [name, options[0] ?? ""];
      if (kind === "text" || kind === "password") return [name, USUAL_WORDS];
      return [name, kind === "number" ? "1" : ""];
    });
  const ticks = controls.filter(({ kind }) => kind === "ticks");
  const ticked = ticks.map(({ name, values, options }) => [name, asItStands ? values : options]);
  return { ...Object.fromEntries([...usual, ...ticked]), ...given };
}

/** Every way in which a form with these controls can be filled in badly. */
export function wrongForms(
  { asks = [], wrong = {}, signed = [], idle = [], byCommand = [] }: FormRow,
  controls: readonly Control[],
  right: Fields,
): WrongForm[] {
  const of = (...kinds: Control["kind"][]) => controls.filter(({ kind }) => kinds.includes(kind));
  const hidden = of("hidden").filter(({ name }) => !idle.includes(name));
  const written = of("text", "password");
  const typed = of("text", "password", "number", "date", "time");
  const numbers = of("number");
  const whole = numbers.filter(({ name }) => !signed.includes(name));
  const days = of("date", "time");
  const offered = of("choice", "ticks").filter(({ options }) => options.length > 0);
  const choices = offered.filter(({ name }) => !byCommand.includes(name));
  const all = (list: readonly Control[], value: (control: Control) => string) =>
    Object.fromEntries(list.map((control) => [control.name, value(control)]));
  const form = (name: string, list: readonly Control[], value: (control: Control) => string) => ({
    name,
    fields: { ...right, ...all(list, value) },
    sentences: list.map((control) => control.name),
    kept: true,
  });
  const filled = [
    form("far too long", typed, () => "很长的话".repeat(10_001)),
    form("control characters", written, () => "控制\u0000字符\u0007在里面"),
    form("words for numbers", numbers, () => "三百abc"),
    form("broken numbers", numbers, () => "1.2.3"),
    form("negative numbers", whole, () => "-1"),
    form("numbers without end", numbers, () => "9".repeat(30)),
    form("numbers beyond the database's", numbers, () => "99999999999999"),
    form("days that do not exist", days, ({ kind }) =>
      kind === "date" ? "2026-02-30" : "2026-02-30T25:61",
    ),
    form("years without end", days, ({ kind }) =>
      kind === "date" ? "99999-12-31" : "99999-12-31T10:00",
    ),
    form("choices that are not offered", choices, () => "nonesuch"),
  ].filter(({ sentences }) => sentences.length > 0);
  const nothing = { ...all(typed, () => ""), ...Object.fromEntries(hiddenOf(controls)) };
  const own = Object.entries(wrong).map(([name, [differs, ...sentences]]) => {
    return { name, fields: { ...right, ...differs }, sentences, kept: true };
  });
  return [
    ...(asks.length > 0
      ? [{ name: "nothing filled in", fields: nothing, sentences: asks, kept: false }]
      : []),
    ...(asks.length + hidden.length > 0 && !asks.some((name) => name.includes("["))
      ? [{ name: "nothing sent", fields: {}, sentences: [], kept: false }]
      : []),
    ...filled,
    ...offered.filter(({ options }) => options.some(isId)).map(({ name }) => strange(name, right)),
    ...byCommand.map((name) => strange(name, right, "nonesuch")),
    ...hidden.flatMap((control) => tampered(control, right)),
    ...own,
  ];
}

const hiddenOf = (controls: readonly Control[]) =>
  controls
    .filter(({ kind }) => kind === "hidden")
    .map(({ name, values }) => [name, values[0] ?? ""]);

const isId = (value: string) => /^[\da-f]{8}-[\da-f]{4}-/.test(value);

/** An id of nothing that the reader may see. */
const strange = (name: string, right: Fields, value: string = newId()): WrongForm => ({
  name: `somebody else's ${name}`,
  fields: { ...right, [name]: value },
  sentences: [],
  kept: true,
});

/** What a page carries unseen can be changed by whoever sends it. */
function tampered({ name, values: [value = ""] }: Control, right: Fields): WrongForm[] {
  const numbers = /^\d+$/.test(value) ? ["-1", "1.5", "2147483648", "9007199254740991"] : [];
  return ["x", "9".repeat(30), ...numbers].map((other) => ({
    name: `${name} changed to ${JSON.stringify(other)}`,
    fields: { ...right, [name]: other },
    sentences: [],
    kept: true,
  }));
}

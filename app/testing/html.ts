/** One control of a form, or all the radios or ticks that share a name. */
export type Control = {
  name: string;
  kind: "text" | "number" | "password" | "date" | "time" | "choice" | "ticks" | "file" | "hidden";
  /** What it holds; of a choice or ticks, what is chosen. */
  values: string[];
  /** What can be chosen. */
  options: string[];
  /** The texts that describe it to a screen reader. */
  describedBy: string[];
};

export type HtmlForm = { id: string; action: string; controls: Control[] };

type Tag = { name: string; attributes: Record<string, string>; at: number; after: number };

/** What the app's own HTML says, read without a browser: React writes it regularly enough. */
export function readPage(html: string) {
  const tags = tagsOf(html);
  const describes = tags.flatMap(({ attributes }) => idsIn(attributes["aria-describedby"]));
  return {
    language: tags.find(({ name }) => name === "html")?.attributes.lang ?? "",
    ids: new Set(tags.flatMap(({ attributes: { id } }) => id ?? [])),
    describes: new Set(describes),
    forms: formsOf(html, tags),
    /** The sentences beside fields, by the id of their paragraph. */
    fieldErrors: new Map(
      tags
        .filter(({ attributes }) => attributes.class === "field-error")
        .map((tag) => [tag.attributes.id ?? "", textAt(html, tag)]),
    ),
    /** What is announced at once, as HTML: the summary above a form, a refusal. */
    alerts: tags
      .filter(({ attributes }) => attributes.role === "alert")
      .map((tag) => contentAt(html, tag))
      .join(""),
  };
}

export type HtmlPage = ReturnType<typeof readPage>;

/** The links in a piece of HTML. */
export const linksIn = (html: string) =>
  tagsOf(html)
    .filter(({ name }) => name === "a")
    .map((tag) => ({ href: tag.attributes.href ?? "", text: textAt(html, tag) }));

/** The words in a piece of HTML. */
export const wordsIn = (html: string): string => unescaped(html.replaceAll(/<[^>]*>/g, " ")).trim();

function formsOf(html: string, tags: readonly Tag[]): HtmlForm[] {
  return tags
    .filter(({ name, attributes }) => name === "form" && attributes.method === "post")
    .map((form) => {
      const end = html.indexOf("</form>", form.after);
      const inside = tags.filter(({ at }) => at > form.at && at < end);
      const { id = "", action = "" } = form.attributes;
      return { id, action, controls: controlsOf(html, inside) };
    });
}

function controlsOf(html: string, tags: readonly Tag[]): Control[] {
  const controls = new Map<string, Control>();
  let fieldset: string[] = [];
  for (const tag of tags) {
    if (tag.name === "fieldset") fieldset = idsIn(tag.attributes["aria-describedby"]);
    const { name } = tag.attributes;
    if (!name || !["input", "textarea", "select"].includes(tag.name)) continue;
    const found = controlOf(html, tag, fieldset);
    const known = controls.get(name);
    if (!known) controls.set(name, found);
    else {
      known.values.push(...found.values);
      known.options.push(...found.options);
    }
  }
  return [...controls.values()];
}

function controlOf(html: string, tag: Tag, fieldset: readonly string[]): Control {
  const { attributes } = tag;
  const own = { name: attributes.name ?? "", describedBy: idsIn(attributes["aria-describedby"]) };
  if (tag.name === "textarea") {
    const value = unescaped(contentAt(html, tag).replace(/^\n/, ""));
    return { ...own, kind: "text", values: [value], options: [] };
  }
  if (tag.name === "select") {
    const options = tagsOf(contentAt(html, tag)).filter(({ name }) => name === "option");
    const said = ({ attributes: { value = "" } }: Tag) => value;
    const chosen = options.filter((option) => "selected" in option.attributes).map(said);
    const open = options.filter((option) => !("disabled" in option.attributes)).map(said);
    return { ...own, kind: "choice", values: chosen, options: open.filter(Boolean) };
  }
  const { type = "text", value = "", inputMode, inputmode = inputMode } = attributes;
  if (type === "radio" || type === "checkbox") {
    const describedBy = [...own.describedBy, ...fieldset];
    const values = "checked" in attributes ? [value] : [];
    const options = "disabled" in attributes ? [] : [value];
    return { ...own, describedBy, kind: type === "radio" ? "choice" : "ticks", values, options };
  }
  const kinds: Record<string, Control["kind"]> = {
    ...{ hidden: "hidden", password: "password", file: "file" },
    ...{ date: "date", "datetime-local": "time" },
  };
  const numeric = inputmode === "numeric" || inputmode === "decimal";
  const code = attributes.autoComplete === "one-time-code";
  const kind = kinds[type] ?? (numeric && !code ? "number" : "text");
  return { ...own, kind, values: [value], options: [] };
}

function tagsOf(html: string): Tag[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    ({ 0: whole, 1: name = "", 2: said = "", index }) => {
      const pairs = [...said.matchAll(/([^\s=>"/]+)(?:="([^"]*)")?/g)];
      return {
        name: name.toLowerCase(),
        attributes: Object.fromEntries(
          pairs.map(([, key, value]) => [key, unescaped(value ?? "")]),
        ),
        at: index,
        after: index + whole.length,
      };
    },
  );
}

/** Up to the tag that closes it; none of its own kind stands inside what is read here, but for `div`. */
function contentAt(html: string, { name, after }: Tag): string {
  if (name !== "div") return html.slice(after, html.indexOf(`</${name}>`, after));
  let depth = 1;
  for (const { 0: tag, index } of html.slice(after).matchAll(/<\/?div[\s>]/g)) {
    depth += tag.startsWith("</") ? -1 : 1;
    if (depth === 0) return html.slice(after, after + index);
  }
  return html.slice(after);
}

const textAt = (html: string, tag: Tag) => wordsIn(contentAt(html, tag));

const idsIn = (said = ""): string[] => said.split(/\s+/).filter(Boolean);

const characters: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

const unescaped = (text: string): string =>
  text
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => characters[name] ?? "");

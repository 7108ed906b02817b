import { z } from "zod";
import type { Id } from "#app/values/id.ts";

/** What the address asks a page for, in the characters that a text can hold: a zero byte, which no column takes, is left out. */
export function askedOf(request: Request): URLSearchParams {
  const asked = [...new URL(request.url).searchParams];
  return new URLSearchParams(asked.map(([name, value]) => [name, value.replaceAll("\0", "")]));
}

/** The id of one kind of thing, read from a form. */
export const id = <Kind extends string>() => z.uuid().transform((value) => value as Id<Kind>);

/** The id in the address; an address that holds none leads nowhere. */
export function idParam<Kind extends string>(value: string | undefined): Id<Kind> {
  const parsed = id<Kind>().safeParse(value);
  return parsed.success ? parsed.data : notFound();
}

/** The id in the address's query; undefined when there is none or what stands there is no id. */
export function idSearchParam<Kind extends string>(
  request: Request,
  name: string,
): Id<Kind> | undefined {
  const parsed = id<Kind>().safeParse(askedOf(request).get(name));
  return parsed.success ? parsed.data : undefined;
}

/** What the address's `?sort=` asks for, `-` before it the other way round; what the list does not know is left out. */
export function sortParam<By extends string>(request: Request, known: readonly By[]) {
  const wanted = askedOf(request).get("sort") ?? "";
  const by = known.find((one) => one === wanted.replace(/^-/, ""));
  return by && { by, descending: wanted.startsWith("-") };
}

export function notFound(): never {
  throw new Response("Not found", { status: 404 });
}

export function forbidden(): never {
  throw new Response("Forbidden", { status: 403 });
}

import { isoInShanghai } from "#app/values/time.ts";

type Entry = { id: string; at: Date; title: string; summary: string; url: string };

export type Feed = {
  /** The feed's own address. */
  id: string;
  /** The page that shows the same to people. */
  page: string;
  title: string;
  author: string;
  language: string;
  /** Newest first. */
  entries: readonly Entry[];
};

/** The feed in Atom 1.0 (RFC 4287). */
export function atomFeed({ id, page, title, author, language, entries }: Feed): string {
  const updated = entries[0]?.at ?? new Date(0);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">`,
    `<id>${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${isoInShanghai(updated)}</updated>`,
    `<author><name>${escaped(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(id)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    ...entries.map(entryOf),
    "</feed>",
    "",
  ].join("\n");
}

function entryOf({ id, at, title, summary, url }: Entry): string {
  return [
    "<entry>",
    `<id>urn:uuid:${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${isoInShanghai(at)}</updated>`,
    `<link rel="alternate" type="text/html" href="${escaped(url)}"/>`,
    `<summary>${escaped(summary)}</summary>`,
    "</entry>",
  ].join("\n");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text for XML 1.0, which has no place for most control characters. */
const escaped = (text: string) =>
  text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign).replaceAll(/[^\P{Cc}\t\n\r]/gu, "");

import { ocidOf, type Publisher } from "#app/domain/open-data/publisher.ts";
import { env } from "#app/env.server.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Id } from "#app/values/id.ts";
import { idParam, notFound } from "./params.server.ts";

const words = messagesIn("zh");

export const absolute = (path: string): string => `${env.publicUrl}${path}`;

/** This installation as the publisher of its data; the data is in Chinese whoever reads it. */
export const publisher = (): Publisher => ({
  ocidPrefix: env.ocidPrefix,
  name: words.openData.publisher,
  words: {
    ...words.openData.data,
    methods: words.methods.names,
    terms: words.tenderAmendments.fields,
  },
  policy: absolute(paths.open.home),
  tender: (tenderId) => absolute(paths.tender(tenderId)),
  receipts: (tenderId) => absolute(paths.receipts(tenderId)),
  scores: (tenderId) => absolute(paths.scores(tenderId)),
  contract: (contractId) => absolute(paths.contract(contractId)),
});

/** The tender that an ocid names; a tender's own id does as well. */
export function tenderOfOcid(ocid: string | undefined): Id<"tender"> {
  const prefix = ocidOf(publisher(), "");
  return idParam(ocid?.startsWith(prefix) ? ocid.slice(prefix.length) : ocid);
}

/** For programs on any site: open data needs nobody's leave. */
export const openJson = (body: unknown): Response =>
  Response.json(body, { headers: { "Access-Control-Allow-Origin": "*" } });

/** One JSON document a line, each made when the reader has taken the one before. */
export function openLines(documents: AsyncIterator<unknown>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await documents.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
    async cancel() {
      await documents.return?.();
    },
  });
  return new Response(body, {
    headers: { "Content-Type": "application/jsonl", "Access-Control-Allow-Origin": "*" },
  });
}

/** The releases of a process, none of which means that it is not published. */
export function dated<Release extends { date: string }>(releases: readonly Release[]) {
  const last = releases.at(-1) ?? notFound();
  return { releases, publishedDate: last.date };
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/params.server.ts";
import { titled } from "#app/i18n/titled.ts";
import { loadSuspension } from "./suspended.server.ts";
import { ResumptionNotice } from "./suspension-notice.tsx";

/** A tender that still stands still has no such paper, nor has one that ended meanwhile. */
export async function loader(args: LoaderFunctionArgs) {
  const suspended = await loadSuspension(args);
  return suspended.suspension.endReason === null ? notFound() : suspended;
}

export const meta: MetaFunction = (args) =>
  titled(args, (words) => words.documents.kinds.resumption);

export default function ResumptionDocument() {
  return <ResumptionNotice suspended={useLoaderData<typeof loader>()} />;
}

import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { loadSuspension } from "./suspended.server.ts";
import { SuspensionNotice } from "./suspension-notice.tsx";

export const loader = loadSuspension;

export const meta: MetaFunction = (args) =>
  titled(args, (words) => words.documents.kinds.suspension);

export default function SuspensionDocument() {
  return <SuspensionNotice suspended={useLoaderData<typeof loader>()} />;
}

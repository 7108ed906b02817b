import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/page.tsx";
import { findNotice } from "#app/domain/tenders/notice-queries.server.ts";
import { findPublishedSheet } from "#app/domain/tenders/published-sheet.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { AwardNotice } from "./award-notice.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const id = idParam<"tender">(params.tenderId);
  const [tender, sheet] = await Promise.all([findNotice(id), findPublishedSheet(id)]);
  return tender && sheet ? { tender, sheet } : notFound();
}

export const meta: MetaFunction = (args) => titled(args, (words) => words.documents.kinds.result);

export default function ResultDocument() {
  const words = useMessages();
  const { tender, sheet } = useLoaderData<typeof loader>();
  return (
    <Page title={words.documents.kinds.result} back={{ to: paths.tender(tender.id) }}>
      <AwardNotice tender={tender} sheet={sheet} stage="result" />
    </Page>
  );
}

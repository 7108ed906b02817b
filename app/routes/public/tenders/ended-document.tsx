import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/page.tsx";
import { findNotice } from "#app/domain/tenders/notice-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { EndedNotice } from "./ended-notice.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const tender = (await findNotice(idParam(params.tenderId))) ?? notFound();
  return tender.status === "failed" || tender.status === "cancelled" ? tender : notFound();
}

export const meta: MetaFunction = (args) => titled(args, (words) => words.documents.kinds.ended);

export default function EndedDocument() {
  const words = useMessages();
  const tender = useLoaderData<typeof loader>();
  return (
    <Page title={words.documents.kinds.ended} back={{ to: paths.tender(tender.id) }}>
      <EndedNotice tender={tender} />
    </Page>
  );
}

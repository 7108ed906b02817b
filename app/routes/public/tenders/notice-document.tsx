import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/page.tsx";
import { findNotice } from "#app/domain/tenders/notice-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "./notice.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  return (await findNotice(idParam(params.tenderId))) ?? notFound();
}

export const meta: MetaFunction = (args) => titled(args, (words) => words.documents.kinds.notice);

export default function NoticeDocument() {
  const words = useMessages();
  const tender = useLoaderData<typeof loader>();
  return (
    <Page title={words.documents.kinds.notice} back={{ to: paths.tender(tender.id) }}>
      <Notice tender={tender} />
    </Page>
  );
}

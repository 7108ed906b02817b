import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/page.tsx";
import { findNotice } from "#app/domain/tenders/notice-queries.server.ts";
import { findPublishedReceipts } from "#app/domain/tenders/opening-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { OpeningPaper } from "./opening-paper.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const id = idParam<"tender">(params.tenderId);
  const [tender, opening] = await Promise.all([findNotice(id), findPublishedReceipts(id)]);
  return tender?.openedAt && opening ? { tender, opening } : notFound();
}

export const meta: MetaFunction = (args) => titled(args, (words) => words.documents.kinds.opening);

export default function OpeningDocument() {
  const words = useMessages();
  const { tender, opening } = useLoaderData<typeof loader>();
  return (
    <Page title={words.documents.kinds.opening} back={{ to: paths.tender(tender.id) }}>
      <OpeningPaper tender={tender} opening={opening} />
    </Page>
  );
}

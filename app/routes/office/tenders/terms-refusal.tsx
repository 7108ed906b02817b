import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { TermsRefusalPage } from "#app/components/tenders/terms-refusal-page.tsx";
import { declineTerms } from "#app/domain/tenders/decline-terms.server.ts";
import { findTerms } from "#app/domain/tenders/terms-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const RefusalForm = z.object({ reason: z.string().trim().min(5).max(500) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "approver");
  const terms = (await findTerms(by, idParam(params.tenderId))) ?? notFound();
  return { terms, own: terms.recommendedBy === by.userId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "approver");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, RefusalForm, async ({ reason }) => {
    await declineTerms(act, { tenderId, reason });
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ terms }) => terms.refusal.title);

export default function TermsRefusal() {
  const { terms, own } = useLoaderData<typeof loader>();
  return <TermsRefusalPage terms={terms} own={own} back={paths.office.terms(terms.id)} />;
}

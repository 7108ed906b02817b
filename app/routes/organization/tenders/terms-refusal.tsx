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
import { requireManager } from "#app/http/session.server.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const RefusalForm = z.object({ reason: z.string().trim().min(5).max(500) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const terms = (await findTerms(by, idParam(params.tenderId))) ?? notFound();
  return { terms };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, RefusalForm, async ({ reason }) => {
    await declineTerms(act, { tenderId, reason });
    return redirect(paths.organization.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ terms }) => terms.refusal.title);

export default function TermsRefusal() {
  const { terms } = useLoaderData<typeof loader>();
  return <TermsRefusalPage terms={terms} own={false} back={paths.organization.terms(terms.id)} />;
}

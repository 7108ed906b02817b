import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { TermsPage } from "#app/components/tenders/terms-page.tsx";
import { acceptTerms } from "#app/domain/tenders/accept-terms.server.ts";
import { findTerms } from "#app/domain/tenders/terms-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const AcceptanceForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  return { terms: (await findTerms(by, idParam(params.tenderId))) ?? notFound() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, AcceptanceForm, async () => {
    await acceptTerms(act, tenderId);
    return redirect(paths.organization.terms(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ terms }) => terms.title);

export default function Terms() {
  const { terms } = useLoaderData<typeof loader>();
  return (
    <TermsPage
      terms={terms}
      mayAnswer
      back={paths.organization.tender(terms.id)}
      refusal={paths.organization.termsRefusal(terms.id)}
      contract={paths.organization.contract}
    />
  );
}

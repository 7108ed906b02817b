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
import { requireOffice, requireOfficeReader } from "#app/http/session.server.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const AcceptanceForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, roles } = await requireOfficeReader(request);
  const terms = (await findTerms(by, idParam(params.tenderId))) ?? notFound();
  return { terms, mayAnswer: roles.includes("approver") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "approver");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, AcceptanceForm, async () => {
    await acceptTerms(act, tenderId);
    return redirect(paths.office.terms(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ terms }) => terms.title);

export default function Terms() {
  const { terms, mayAnswer } = useLoaderData<typeof loader>();
  return (
    <TermsPage
      terms={terms}
      mayAnswer={mayAnswer}
      back={paths.office.tender(terms.id)}
      refusal={paths.office.termsRefusal(terms.id)}
      contract={paths.office.contract}
    />
  );
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { divideContract } from "#app/domain/contracts/divide.server.ts";
import { findOwnContract } from "#app/domain/contracts/queries.server.ts";
import { MILESTONES_LIMIT } from "#app/domain/contracts/terms.ts";
import { submit } from "#app/http/forms.server.ts";
import { MilestoneParts, milestoneTerms } from "#app/http/milestone-form.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { MilestoneFields } from "./milestone-fields.tsx";

const DivisionForm = z.object({ parts: MilestoneParts });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  return (await findOwnContract(by, idParam(params.contractId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const contractId = idParam<"contract">(params.contractId);
  return submit(request, DivisionForm, async ({ parts }) => {
    await divideContract(act, { contractId, terms: milestoneTerms(parts) });
    return redirect(paths.office.contract(contractId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ contracts }) => contracts.divide.title);

export default function Division() {
  const { divide: words } = useMessages().contracts;
  const format = useFormat();
  const { id, value, milestones } = useLoaderData<typeof loader>();
  const written = milestones.map(({ name, dueOn, cap }) => {
    return { name, dueOn, cap: (cap / 100).toFixed(2) };
  });
  const empty = Array.from({ length: MILESTONES_LIMIT - written.length }, () => ({}));
  const [form, fields] = useServerForm<typeof DivisionForm>({
    defaultValue: { parts: [...written, ...empty] },
  });
  return (
    <Page
      title={words.title}
      lead={words.lead(format.money(value))}
      back={{ to: paths.office.contract(id) }}
      narrow
    >
      <Form form={form}>
        <p>{words.hint}</p>
        <MilestoneFields parts={fields.parts.getFieldList()} required />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}

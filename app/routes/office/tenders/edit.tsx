import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { Page } from "#app/components/page.tsx";
import { changeDraft } from "#app/domain/projects/change.server.ts";
import { findDraft, listDraftChoices } from "#app/domain/projects/form-choices.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { draftValues } from "../projects/draft-values.ts";
import { ProjectFields } from "../projects/project-fields.tsx";
import { ProjectForm } from "../projects/project-form.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  const draft = (await findDraft(by, idParam(params.tenderId))) ?? notFound();
  return { ...draft, openDays: draft.rules.openDays, choices: await listDraftChoices(by) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, ProjectForm, async (draft) => {
    await changeDraft(act, tenderId, draft);
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ projects }) => projects.form.editTitle);

export default function EditTender() {
  const { form: words, contractTemplate } = useMessages().projects;
  const { tender, project, communityIds, openDays, choices } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof ProjectForm>({
    defaultValue: draftValues({ tender, project, communityIds }, contractTemplate),
  });
  return (
    <Page
      title={words.editTitle}
      lead={words.editLead(tender.title)}
      back={{ to: paths.office.tender(tender.id) }}
      narrow
    >
      <WhileOpen open={tender.status === "draft"} to={paths.office.tender(tender.id)}>
        <Form form={form}>
          <ProjectFields
            fields={fields}
            choices={choices}
            openDays={openDays}
            importNote={project.importNote}
          />
          <SubmitButton>{words.save}</SubmitButton>
        </Form>
      </WhileOpen>
    </Page>
  );
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { draftProject } from "#app/domain/projects/draft.server.ts";
import { listDraftChoices } from "#app/domain/projects/form-choices.server.ts";
import { findRules } from "#app/domain/tenders/rules.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { addDays, dayOf } from "#app/values/time.ts";
import { ProjectFields } from "./project-fields.tsx";
import { ProjectForm } from "./project-form.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by, at } = await requireOffice(request, "officer");
  const { openDays } = await findRules("community", "open_scored");
  // Some days more than the least, for review and approval.
  const deadline = `${addDays(dayOf(at), openDays + 4)}T17:00`;
  return { choices: await listDraftChoices(by), deadline, openDays };
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  return submit(request, ProjectForm, async (draft) => {
    const tenderId = await draftProject(act, draft);
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ projects }) => projects.form.newTitle);

export default function NewProject() {
  const { form: words, contractTemplate } = useMessages().projects;
  const { choices, deadline, openDays } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof ProjectForm>({
    defaultValue: { deadline, contractDraft: contractTemplate },
  });
  return (
    <Page title={words.newTitle} lead={words.newLead} back={{ to: paths.office.projects }} narrow>
      <Form form={form}>
        <ProjectFields fields={fields} choices={choices} openDays={openDays} />
        <SubmitButton>{words.save}</SubmitButton>
      </Form>
    </Page>
  );
}

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
import { listSearches } from "#app/domain/searches/queries.server.ts";
import { removeSearch } from "#app/domain/searches/save.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const RemovalForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const searches = await listSearches(by);
  const { name } = searches.find(({ id }) => id === params.searchId) ?? notFound();
  return { name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const searchId = idParam<"saved_search">(params.searchId);
  return submit(request, RemovalForm, async () => {
    await removeSearch(act, searchId);
    return redirect(paths.organization.searches, 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ searches }) => searches.removal.submit);

export default function SearchRemoval() {
  const { removal } = useMessages().searches;
  const { name } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof RemovalForm>();
  return (
    <Page title={removal.title(name)} back={{ to: paths.organization.searches }} narrow>
      <Form form={form}>
        <p>{removal.lead}</p>
        <SubmitButton kind="danger">{removal.submit}</SubmitButton>
      </Form>
    </Page>
  );
}

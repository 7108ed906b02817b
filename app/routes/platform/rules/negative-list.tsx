import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import {
  findNegativeList,
  listNegativeListHistory,
  setNegativeList,
} from "#app/domain/tenders/negative-list.server.ts";
import { writtenList } from "#app/domain/tenders/negative-list.ts";
import { submit } from "#app/http/forms.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { History } from "./history.tsx";

const ListForm = z.object({
  text: z.string().trim().max(4000).default(""),
  reason: z.string().trim().min(5).max(500),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOperator(request);
  const [list, changes] = await Promise.all([findNegativeList(), listNegativeListHistory(by)]);
  return { text: writtenList(list), changes };
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireOperator(request);
  return submit(request, ListForm, async (change) => {
    await setNegativeList(act, change);
    return redirect(paths.platform.negativeList, 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ consultation }) => consultation.negativeList.title);

export default function NegativeList() {
  const { rules, consultation } = useMessages();
  const words = consultation.negativeList;
  const { text, changes } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof ListForm>({ defaultValue: { text } });
  return (
    <Page title={words.title} lead={words.lead} back={{ to: paths.platform.rules }} narrow>
      <Form form={form}>
        <TextArea
          field={fields.text}
          label={words.items}
          hint={words.itemsHint}
          rows={8}
          maxLength={4000}
        />
        <TextArea
          field={fields.reason}
          label={rules.edit.reason}
          hint={rules.edit.reasonHint}
          minLength={5}
          maxLength={500}
        />
        <SubmitButton>{rules.edit.submit}</SubmitButton>
      </Form>
      <History changes={changes} />
    </Page>
  );
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CheckboxGroup } from "#app/components/choices.tsx";
import { KeyFacts } from "#app/components/facts.tsx";
import { NumberField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { LinkList, Page, Section } from "#app/components/page.tsx";
import { useRefusal } from "#app/components/refused.tsx";
import { drawExperts } from "#app/domain/tenders/draw-experts.server.ts";
import { findExpertDraw } from "#app/domain/tenders/draw-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { id, idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const DrawForm = z.object({
  pool: z.array(id<"user">()).min(2),
  count: z.number().int().min(1).max(15),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  return (await findExpertDraw(by, idParam(params.tenderId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, DrawForm, async (lot) => {
    await drawExperts(act, { tenderId, ...lot });
    return redirect(paths.office.draw(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ award }) => award.draw.title);

export default function DrawExperts() {
  const { draw: words } = useMessages().award;
  const refused = useRefusal().length > 0;
  const { tender, draw } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.title}
      lead={tender.title}
      back={{ to: paths.office.panel(tender.id) }}
      narrow
    >
      <p>{words.how}</p>
      {draw && !refused ? <Drawn /> : <DrawFields />}
    </Page>
  );
}

function Drawn() {
  const { draw: words } = useMessages().award;
  const format = useFormat();
  const { tender, draw } = useLoaderData<typeof loader>();
  if (!draw) return null;
  return (
    <Section title={words.drawn}>
      <KeyFacts
        facts={[
          { label: words.experts, value: format.list(draw.drawn) },
          { label: words.seed, value: <code>{draw.seed}</code> },
          { label: words.pool, value: format.count(draw.pool.length, "person") },
        ]}
      />
      <LinkList links={[{ to: paths.office.panel(tender.id), label: words.name }]} />
    </Section>
  );
}

function DrawFields() {
  const { draw: words } = useMessages().award;
  const { people } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof DrawForm>();
  return (
    <Form form={form}>
      <CheckboxGroup
        field={fields.pool}
        label={words.pool}
        hint={words.poolHint}
        options={people.map(({ userId, name }) => ({ value: userId, label: name }))}
      />
      <NumberField field={fields.count} label={words.count} />
      <SubmitButton>{words.submit}</SubmitButton>
    </Form>
  );
}

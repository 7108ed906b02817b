import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup, Select } from "#app/components/choices.tsx";
import { KeyFacts } from "#app/components/facts.tsx";
import { Fieldset, Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { EmptyState, Notice } from "#app/components/notice.tsx";
import { LinkList, Page } from "#app/components/page.tsx";
import { findExpertDraw } from "#app/domain/tenders/draw-queries.server.ts";
import { namePanel } from "#app/domain/tenders/name-panel.server.ts";
import { panelCapacities } from "#app/domain/tenders/tender.ts";
import { submit } from "#app/http/forms.server.ts";
import { id, idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

/** Chosen for somebody who does not sit on this panel. */
const ABSENT = "absent";

const PanelForm = z.object({
  people: z.array(
    z.object({ userId: id<"user">(), capacity: z.enum([...panelCapacities, ABSENT]) }),
  ),
  chairId: id<"user">(),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  return (await findExpertDraw(by, idParam(params.tenderId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, PanelForm, async ({ people, chairId }) => {
    const members = people.flatMap(({ userId, capacity }) =>
      capacity === ABSENT ? [] : [{ userId, capacity }],
    );
    await namePanel(act, { tenderId, members, chairId });
    return redirect(paths.office.report(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ award }) => award.panel.title);

export default function Panel() {
  const { panel: words, draw: lot } = useMessages().award;
  const format = useFormat();
  const { tender, barred, people, draw } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.title}
      lead={words.lead(tender.title)}
      back={{ to: paths.office.tender(tender.id) }}
      narrow
    >
      <ul>
        <Rules />
        <li>{words.blind}</li>
      </ul>
      {draw ? (
        <Notice kind="info" title={lot.drawn}>
          <p>{lot.asDrawn(format.list(draw.drawn))}</p>
        </Notice>
      ) : (
        <LinkList
          links={[{ to: paths.office.draw(tender.id), label: lot.title, note: lot.note }]}
        />
      )}
      {barred.length > 0 && (
        <Notice kind="waiting" title={words.barred}>
          <p>{words.barredNote(format.list(barred.map(({ name }) => name)))}</p>
          <KeyFacts facts={barred.map(({ name, note }) => ({ label: name, value: note }))} />
        </Notice>
      )}
      {people.length > 0 ? <PanelFields /> : <EmptyState>{words.nobody}</EmptyState>}
    </Page>
  );
}

function Rules() {
  const { panel: words } = useMessages().award;
  const format = useFormat();
  const { minimum, odd, outsiders, residentRepresentatives, witnesses, experts } =
    useLoaderData<typeof loader>().tender.rules;
  const people = format.count(minimum, "person");
  return (
    <>
      <li>{odd ? words.rules(people) : words.rulesEven(people)}</li>
      {residentRepresentatives > 0 && <li>{words.residents}</li>}
      {outsiders > 0 && <li>{words.outsiders}</li>}
      {witnesses > 0 && <li>{words.witnesses}</li>}
      {experts[0] > 0 && <li>{words.experts}</li>}
    </>
  );
}

function PanelFields() {
  const { award } = useMessages();
  const { panel: words, capacity } = award;
  const { people, chairId } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof PanelForm>({
    defaultValue: {
      people: people.map(({ userId, capacity: sits }) => ({ userId, capacity: sits ?? ABSENT })),
      chairId,
    },
  });
  const seats = panelCapacities.map((value) => ({ value, label: capacity[value] }));
  const options = [{ value: ABSENT, label: words.absent }, ...seats];
  return (
    <Form form={form}>
      <Fieldset legend={award.columns.member}>
        {fields.people.getFieldList().map((field, index) => {
          const { userId, capacity: sits } = field.getFieldset();
          const person = people[index];
          return (
            <div key={field.id}>
              <Hidden name={userId.name} value={person?.userId ?? ""} />
              <Select
                field={sits}
                label={words.capacity(person?.name ?? "")}
                hint={person?.handedIn ? words.handedIn : undefined}
                options={options}
              />
            </div>
          );
        })}
      </Fieldset>
      <RadioGroup
        field={fields.chairId}
        label={words.chair}
        hint={words.chairHint}
        options={people.map(({ userId, name }) => ({ value: userId, label: name }))}
      />
      <SubmitButton>{words.submit}</SubmitButton>
    </Form>
  );
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RadioGroup, Select } from "#app/components/choices.tsx";
import type { Field } from "#app/components/field.tsx";
import { MoneyField, NumberField, TextArea, TextField } from "#app/components/fields.tsx";
import { Fieldset, Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { Page } from "#app/components/page.tsx";
import { chooseMethod } from "#app/domain/tenders/choose-method.server.ts";
import { findMethodChoice } from "#app/domain/tenders/method-queries.server.ts";
import { directGrounds } from "#app/domain/tenders/profile.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { MethodForm } from "./method-form.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  return (await findMethodChoice(by, idParam(params.tenderId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, MethodForm, async ({ choice, ...particulars }) => {
    await chooseMethod(act, { tenderId, ...choice, ...particulars });
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ methods }) => methods.choice.title);

export default function ChooseMethod() {
  const { choice: words, grounds } = useMessages().methods;
  const { money } = useFormat();
  const { tender, ceiling, invitedCode } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof MethodForm>({
    defaultValue: {
      choice: `${tender.profile}:${tender.method}`,
      invitedCode: invitedCode ?? "",
      directGround: tender.directGround ?? "",
      directReason: tender.directReason,
      winners: String(tender.winners > 1 ? tender.winners : 3),
      winnerCap: tender.winnerCap === null ? "" : String(tender.winnerCap / 100),
    },
  });
  return (
    <Page
      title={words.title}
      lead={words.lead(tender.title)}
      back={{ to: paths.office.tender(tender.id) }}
      narrow
    >
      <p>{ceiling === null ? words.noValue : words.valueSays(money(ceiling))}</p>
      <WhileOpen open={tender.status === "draft"} to={paths.office.tender(tender.id)}>
        <Form form={form}>
          <RadioGroup field={fields.choice} label={words.method} options={useOptions()} />
          <Fieldset legend={words.direct} hint={words.directHint}>
            <TextField
              field={fields.invitedCode}
              label={words.invited}
              maxLength={40}
              optional="later"
            />
            <Select
              field={fields.directGround}
              label={words.ground}
              placeholder={words.choose}
              options={directGrounds.map((value) => ({ value, label: grounds[value] }))}
              optional="later"
            />
            <TextArea
              field={fields.directReason}
              label={words.reason}
              hint={words.reasonHint}
              maxLength={2000}
              optional="later"
            />
          </Fieldset>
          <SeveralFields winners={fields.winners} winnerCap={fields.winnerCap} />
          <SubmitButton>{words.submit}</SubmitButton>
        </Form>
      </WhileOpen>
    </Page>
  );
}

/** What only a method with several winners asks for. */
function SeveralFields({ winners, winnerCap }: Record<"winners" | "winnerCap", Field>) {
  const { choice: words } = useMessages().methods;
  return (
    <Fieldset legend={words.several}>
      <NumberField
        field={winners}
        label={words.winners}
        hint={words.winnersHint}
        optional="later"
      />
      <MoneyField
        field={winnerCap}
        label={words.winnerCap}
        hint={words.winnerCapHint}
        optional="later"
      />
    </Fieldset>
  );
}

/** Every method that a profile offers; those that the value does not allow cannot be chosen. */
function useOptions() {
  const { choice: words, names, about, profiles, named } = useMessages().methods;
  const { offered } = useLoaderData<typeof loader>();
  return offered.map(({ profile, method, allowed }) => ({
    value: `${profile}:${method}`,
    label: named(names[method], profiles[profile]),
    hint: allowed ? about[method] : words.notAtThisValue(about[method]),
    disabled: !allowed,
  }));
}

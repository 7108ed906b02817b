import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { z } from "zod";
import { Checkbox, Select } from "#app/components/choices.tsx";
import { DateField, TextField } from "#app/components/fields.tsx";
import { Fieldset, Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { isCommonPassword } from "#app/domain/accounts/common-passwords.ts";
import { registerResident } from "#app/domain/residents/register.server.ts";
import { calendarDay } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { requireCommunityWorker } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { type Day, dayOf } from "#app/values/time.ts";

const FIRST_BIRTH = "1900-01-01";

const registerForm = (today: Day) =>
  z
    .object({
      name: z.string().trim().min(2).max(40),
      phone: z
        .string()
        .trim()
        .regex(/^[+\d][\d\s()-]{6,19}$/, { error: "phone_any" })
        .optional(),
      bornOn: calendarDay().refine((born) => born >= FIRST_BIRTH && born <= today, {
        error: "past",
      }),
      registered: z.boolean().default(false),
      lowIncome: z.boolean().default(false),
      disabilityGrade: z.coerce.number().int().min(1).max(4).optional(),
      address: z.string().trim().min(4).max(120).optional(),
      account: z
        .string()
        .trim()
        .regex(/^[\p{L}\p{N}_.@-]{4,40}$/u, { error: "account_name" })
        .optional(),
      password: z.string().min(8).max(200).optional(),
    })
    .refine(({ account, password }) => !account === !password, {
      path: ["password"],
      error: "account_and_password",
    })
    .refine(
      ({ password = "", account = "", name }) => !isCommonPassword(password, [account, name]),
      {
        path: ["password"],
        error: "common_password",
      },
    );

export async function loader({ request }: LoaderFunctionArgs) {
  await requireCommunityWorker(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireCommunityWorker(request);
  return submit(request, registerForm(dayOf(act.at)), async (values) => {
    const { account: name, password, ...person } = values;
    const account = name && password ? { name, password } : undefined;
    const residentId = await registerResident(act, { ...person, account });
    return redirect(paths.community.resident(residentId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ community }) => community.register.title);

export default function RegisterResident() {
  const { register, residents } = useMessages().community;
  const [form, fields] = useServerForm<ReturnType<typeof registerForm>>({
    defaultValue: { registered: "on" },
  });
  return (
    <Page
      title={register.title}
      lead={register.pin}
      back={{ to: paths.community.residents, label: residents.title }}
      narrow
    >
      <Form form={form}>
        <Fieldset legend={register.who}>
          <TextField field={fields.name} label={register.name} width="medium" />
          <TextField
            field={fields.phone}
            label={register.phone}
            hint={register.phoneHint}
            type="tel"
            width="medium"
            optional
          />
          <DateField field={fields.bornOn} label={register.bornOn} />
          <Checkbox field={fields.registered} label={register.registered} optional />
          <Checkbox field={fields.lowIncome} label={register.lowIncome} optional />
          <Disability field={fields.disabilityGrade} />
          <TextField
            field={fields.address}
            label={register.address}
            hint={register.addressHint}
            optional
          />
        </Fieldset>
        <Account account={fields.account} password={fields.password} />
        <SubmitButton>{register.submit}</SubmitButton>
      </Form>
    </Page>
  );
}

type Field = Parameters<typeof TextField>[0]["field"];

function Disability({ field }: { field: Parameters<typeof Select>[0]["field"] }) {
  const { register } = useMessages().community;
  const options = Object.entries(register.disabilityOptions).map(([value, label]) => ({
    value,
    label,
  }));
  return (
    <Select
      field={field}
      label={register.disability}
      placeholder={register.noDisability}
      options={options}
      optional
    />
  );
}

function Account({ account, password }: { account: Field; password: Field }) {
  const { register } = useMessages().community;
  return (
    <Fieldset legend={register.accountTitle} hint={register.accountHint}>
      <TextField
        field={account}
        label={register.account}
        hint={register.accountNameHint}
        autoComplete="off"
        width="medium"
        optional
      />
      <TextField
        field={password}
        label={register.password}
        hint={register.passwordHint}
        type="password"
        autoComplete="new-password"
        width="medium"
        optional
      />
    </Fieldset>
  );
}

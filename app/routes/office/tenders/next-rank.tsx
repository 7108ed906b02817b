import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup } from "#app/components/choices.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { findNextRank } from "#app/domain/tenders/next-rank-queries.server.ts";
import { passOverWinner } from "#app/domain/tenders/pass-over.server.ts";
import { passOverCodes } from "#app/domain/tenders/tender.ts";
import { submit } from "#app/http/forms.server.ts";
import { id, idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const PassOverForm = z.object({
  bidId: id<"bid">().optional(),
  code: z.enum(passOverCodes),
  reason: z.string().trim().min(5).max(1000),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  return (await findNextRank(by, idParam(params.tenderId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, PassOverForm, async (why) => {
    await passOverWinner(act, { tenderId, ...why });
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ nextRank }) => nextRank.title);

export default function NextRank() {
  const { nextRank: words, passOverCodes: codes, several } = useMessages();
  const { list } = useFormat();
  const { id: tenderId, title, awarded, winners, next } = useLoaderData<typeof loader>();
  const many = winners.length > 1;
  const names = winners.map(({ organization }) => organization);
  const [form, fields] = useServerForm<typeof PassOverForm>();
  return (
    <Page title={words.title} lead={title} back={{ to: paths.office.tender(tenderId) }} narrow>
      <WhileOpen open={awarded} to={paths.office.tender(tenderId)}>
        <Notice kind="waiting">
          <p>{words.winner(list(names))}</p>
          <p>{next ? words.next(next) : many ? several.others : words.nobody}</p>
        </Notice>
        <Form form={form}>
          {many && (
            <RadioGroup
              field={fields.bidId}
              label={several.which}
              options={winners.map(({ id: value, organization: label }) => ({ value, label }))}
            />
          )}
          <RadioGroup
            field={fields.code}
            label={words.code}
            options={passOverCodes.map((value) => ({ value, label: codes[value] }))}
          />
          <TextArea
            field={fields.reason}
            label={words.reason}
            hint={words.reasonHint}
            minLength={5}
            maxLength={1000}
          />
          <SubmitButton kind="danger">
            {next ? words.submit : many ? several.goOn : words.fail}
          </SubmitButton>
        </Form>
      </WhileOpen>
    </Page>
  );
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { LinkList, More, Page, Prose, Section } from "#app/components/page.tsx";
import { HowJudged } from "#app/components/tenders/how-judged.tsx";
import { findOfficeTender } from "#app/domain/tenders/office-queries.server.ts";
import { publishTender } from "#app/domain/tenders/publish.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { fen } from "#app/values/money.ts";
import { TenderFacts } from "./tender-facts.tsx";

const PublicationForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "approver");
  const found = (await findOfficeTender(by, idParam(params.tenderId))) ?? notFound();
  const own = [found.tender.authorId, found.project.authorId].includes(by.userId);
  return { found, own };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "approver");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, PublicationForm, async () => {
    await publishTender(act, tenderId);
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ office }) => office.publication.title);

export default function Publication() {
  const { publication: words, tender: labels } = useMessages().office;
  const { found, own } = useLoaderData<typeof loader>();
  const { tender, project, criteria } = found;
  const [form] = useServerForm<typeof PublicationForm>();
  return (
    <Page
      title={words.title}
      lead={words.lead(tender.title)}
      back={{ to: paths.office.tender(tender.id) }}
      aside={<TenderFacts found={found} />}
    >
      <Section title={labels.need}>
        <Prose>{project.need}</Prose>
      </Section>
      <Section title={labels.criteria}>
        <HowJudged criteria={criteria} method={tender.method} />
      </Section>
      <Section title={labels.contractDraft}>
        <More label={labels.showContractDraft}>
          <Prose>{tender.contractDraft}</Prose>
        </More>
      </Section>
      <Section title={words.check}>
        <p>{words.effect}</p>
        <FundAfter />
        {own && <Notice kind="refusal">{words.own}</Notice>}
        <Form form={form}>{!own && <SubmitButton>{words.submit}</SubmitButton>}</Form>
      </Section>
      <LinkList links={[{ to: paths.office.returnTender(tender.id), label: words.instead }]} />
    </Page>
  );
}

/** Whether the fund holds enough, and what would be left. */
function FundAfter() {
  const { publication: words } = useMessages().office;
  const { money } = useFormat();
  const { found } = useLoaderData<typeof loader>();
  const left = fen((found.available ?? 0) - (found.project.ceiling ?? 0));
  if (left < 0) return <Notice kind="waiting">{words.short}</Notice>;
  return <p>{words.after(money(left))}</p>;
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Checkbox } from "#app/components/choices.tsx";
import { NextStep } from "#app/components/facts.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page, Section } from "#app/components/page.tsx";
import { ScoreSheet } from "#app/components/tenders/score-sheet.tsx";
import { TenderStatusTag } from "#app/components/tenders/tender-status-tag.tsx";
import { findReport } from "#app/domain/tenders/report-queries.server.ts";
import { signReport } from "#app/domain/tenders/sign-report.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice, requireOfficeReader } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { PanelProgress } from "./panel-progress.tsx";
import { ReportLinks } from "./report-links.tsx";
import { Standings } from "./standings.tsx";

const ReportForm = z.object({ confirm: z.literal("on") });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, roles } = await requireOfficeReader(request);
  const report = (await findReport(by, idParam(params.tenderId))) ?? notFound();
  return { ...report, userId: by.userId, officer: roles.includes("officer") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "panel");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, ReportForm, async () => {
    await signReport(act, tenderId);
    return redirect(paths.office.report(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ award }) => award.report.title);

export default function Report() {
  const { report: words } = useMessages().award;
  const report = useLoaderData<typeof loader>();
  const { tender, sheet, allIn, chair, enough } = report;
  const working = tender.status === "evaluating" && !tender.reportSignedAt;
  return (
    <Page
      title={words.title}
      lead={words.lead(tender.title)}
      back={{ to: paths.office.tender(tender.id) }}
      status={<TenderStatusTag status={tender.status} />}
      next={<Next />}
      wide
    >
      <ReportLinks report={report} />
      <Section title={words.panel}>
        <PanelProgress panel={report.panel} />
      </Section>
      <Section title={words.bids}>
        <Standings report={report} />
      </Section>
      {sheet ? (
        <Section title={tender.reportSignedAt ? words.signed : words.preview}>
          <ScoreSheet sheet={sheet} />
        </Section>
      ) : (
        working && <p>{words.memberScores}</p>
      )}
      {working && chair && ((allIn && report.final) || !enough) && <SignForm />}
    </Page>
  );
}

function Next() {
  const { next } = useMessages().award.report;
  const format = useFormat();
  const { tender, panel, standing, minimumBids, enough, allIn, final } =
    useLoaderData<typeof loader>();
  if (tender.status !== "evaluating") return <NextStep>{next.over}</NextStep>;
  if (tender.reportSignedAt) return <NextStep>{next.recommend}</NextStep>;
  if (panel.length === 0) return <NextStep>{next.panel}</NextStep>;
  if (!enough) {
    const counts = [format.count(standing, "bid"), format.count(minimumBids, "bid")] as const;
    return <NextStep>{next.fail(...counts)}</NextStep>;
  }
  if (!final) return <NextStep>{next.talks}</NextStep>;
  return <NextStep>{allIn ? next.sign : next.scores}</NextStep>;
}

function SignForm() {
  const { report: words } = useMessages().award;
  const { enough } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof ReportForm>();
  return (
    <Form form={form}>
      <Checkbox field={fields.confirm} label={words.confirm} hint={words.signHint} />
      <SubmitButton kind={enough ? "main" : "danger"}>
        {enough ? words.sign : words.signFailed}
      </SubmitButton>
    </Form>
  );
}

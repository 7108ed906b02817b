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
import { LinkList, Page } from "#app/components/page.tsx";
import { findProblems } from "#app/domain/tenders/office-queries.server.ts";
import { mendedIn, type ReadinessProblem } from "#app/domain/tenders/readiness.ts";
import { submitTender } from "#app/domain/tenders/submit.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { Alike } from "./alike.tsx";

const ReviewForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  const found = (await findProblems(by, tenderId)) ?? notFound();
  const { title, problems, market, project } = found;
  return { id: tenderId, title, problems, market, ceiling: project.ceiling };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, ReviewForm, async () => {
    await submitTender(act, tenderId);
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ office }) => office.review.title);

export default function Review() {
  const { review } = useMessages().office;
  const { id, title, problems, market, ceiling } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof ReviewForm>();
  return (
    <Page
      title={review.title}
      lead={review.lead(title)}
      back={{ to: paths.office.tender(id) }}
      narrow
    >
      {problems.length > 0 ? <Problems id={id} problems={problems} /> : <p>{review.ready}</p>}
      {problems.includes("split") && <Alike market={market} own={ceiling} />}
      <Form form={form}>
        {problems.length === 0 && <SubmitButton>{review.submit}</SubmitButton>}
      </Form>
    </Page>
  );
}

function Problems({ id, problems }: { id: string; problems: ReadinessProblem[] }) {
  const { review } = useMessages().office;
  const mended = (where: ReturnType<typeof mendedIn>) =>
    problems.some((problem) => mendedIn(problem) === where);
  const links = [
    ...(mended("draft") ? [{ to: paths.office.editTender(id), label: review.toDraft }] : []),
    ...(mended("method") ? [{ to: paths.office.method(id), label: review.toMethod }] : []),
    ...(mended("criteria") ? [{ to: paths.office.criteria(id), label: review.toCriteria }] : []),
  ];
  return (
    <>
      <Notice kind="waiting" title={review.notReady}>
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{review.problems[problem]}</li>
          ))}
        </ul>
      </Notice>
      <LinkList links={links} />
    </>
  );
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { CheckboxGroup } from "#app/components/choices.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { listActiveWorkers } from "#app/domain/organizations/worker-queries.server.ts";
import { nameStaff } from "#app/domain/services/name-staff.server.ts";
import { findOwnOffer } from "#app/domain/services/offer-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { id, idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const StaffForm = z.object({ workerIds: z.array(id<"worker">()).default([]) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const { offer, staff } = (await findOwnOffer(by, idParam(params.offerId))) ?? notFound();
  return {
    offer: { id: offer.id, title: offer.title },
    chosen: staff.map((worker) => worker.id),
    workers: await listActiveWorkers(by),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const offerId = idParam<"offer">(params.offerId);
  return submit(request, StaffForm, async ({ workerIds }) => {
    await nameStaff(act, offerId, workerIds);
    return redirect(paths.organization.offer(offerId), 303);
  });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ services }, loaded) => services.staff.title(loaded?.offer.title ?? ""));

export default function Staff() {
  const { services, roster, common } = useMessages();
  const { staff } = services;
  const { minutes } = useFormat();
  const { offer, chosen, workers } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof StaffForm>({ defaultValue: { workerIds: chosen } });
  const options = workers.map((worker) => ({
    value: worker.id,
    label: worker.name,
    hint:
      worker.minutes > 0
        ? common.labelled(roster.list.hours, minutes(worker.minutes))
        : staff.noHours,
  }));
  const add = <LinkButton to={paths.organization.newWorker}>{staff.add}</LinkButton>;
  return (
    <Page
      title={staff.title(offer.title)}
      lead={staff.lead}
      back={{ to: paths.organization.offer(offer.id) }}
      narrow
    >
      {options.length === 0 ? (
        <EmptyState action={add}>{staff.empty}</EmptyState>
      ) : (
        <Form form={form}>
          <CheckboxGroup field={fields.workerIds} label={staff.people} options={options} optional />
          <SubmitButton>{staff.save}</SubmitButton>
        </Form>
      )}
    </Page>
  );
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { findOwnOffer } from "#app/domain/services/offer-queries.server.ts";
import { publishOffer } from "#app/domain/services/publish-offer.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const PublicationForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const { offer } = (await findOwnOffer(by, idParam(params.offerId))) ?? notFound();
  return { id: offer.id, title: offer.title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const offerId = idParam<"offer">(params.offerId);
  return submit(request, PublicationForm, async () => {
    await publishOffer(act, offerId);
    return redirect(paths.organization.offer(offerId), 303);
  });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ services }, offer) => services.manage.publishTitle(offer?.title ?? ""));

export default function Publication() {
  const { manage } = useMessages().services;
  const { id, title } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof PublicationForm>();
  return (
    <Page title={manage.publishTitle(title)} back={{ to: paths.organization.offer(id) }} narrow>
      <Form form={form}>
        <p>{manage.publishWords}</p>
        <SubmitButton>{manage.publish}</SubmitButton>
      </Form>
    </Page>
  );
}

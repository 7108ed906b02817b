import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { changeOffer } from "#app/domain/services/change-offer.server.ts";
import { findOfferChoices } from "#app/domain/services/offer-choices.server.ts";
import { findOwnOffer } from "#app/domain/services/offer-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { modeField, offerFields, termsFrom } from "#app/http/offer-form.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { HowFields, RuleFields, WhatFields } from "./offer-fields.tsx";

/** The mode is only sent along: it decides whether a site is asked for, and stays as it is. */
const EditOfferForm = z
  .object({ ...offerFields, mode: modeField })
  .refine(({ mode, siteId }) => mode === "visit" || siteId, { path: ["siteId"], error: "site" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const found = (await findOwnOffer(by, idParam(params.offerId))) ?? notFound();
  const choices = (await findOfferChoices(by, found.offer.contractId)) ?? notFound();
  return { ...found, choices };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const offerId = idParam<"offer">(params.offerId);
  return submit(request, EditOfferForm, async ({ mode: _, ...said }) => {
    await changeOffer(act, offerId, termsFrom(said));
    return redirect(paths.organization.offer(offerId), 303);
  });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ services }, loaded) => services.form.editTitle(loaded?.offer.title ?? ""));

export default function EditOffer() {
  const { form: words } = useMessages().services;
  const { offer, communities, choices } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof EditOfferForm>({
    defaultValue: typed(offer, communities),
  });
  return (
    <Page
      title={words.editTitle(offer.title)}
      lead={words.editLead}
      back={{ to: paths.organization.offer(offer.id) }}
      narrow
    >
      <Form form={form}>
        <Hidden name="mode" value={offer.mode} />
        <WhatFields fields={fields} choices={choices} />
        <HowFields fields={fields} sites={offer.mode === "seat" ? choices.sites : undefined} />
        <RuleFields fields={fields} />
        <SubmitButton>{words.save}</SubmitButton>
      </Form>
    </Page>
  );
}

type Found = NonNullable<Awaited<ReturnType<typeof findOwnOffer>>>;

/** The offer as a person would have typed it. */
function typed(offer: Found["offer"], communities: Found["communities"]) {
  return {
    mode: offer.mode,
    title: offer.title,
    description: offer.description,
    serviceType: offer.serviceType,
    communityIds: communities.map(({ id }) => id),
    programmeId: offer.programmeId ?? undefined,
    siteId: offer.siteId ?? undefined,
    price: String(offer.price / 100),
    durationMinutes: String(offer.durationMinutes),
    bufferBeforeMinutes: String(offer.bufferBeforeMinutes),
    bufferAfterMinutes: String(offer.bufferAfterMinutes),
    noticeHours: String(offer.noticeHours),
    horizonDays: String(offer.horizonDays),
    cancelCutoffHours: String(offer.cancelCutoffHours),
  };
}

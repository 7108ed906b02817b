import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { LinkList, Page } from "#app/components/page.tsx";
import { draftOffer } from "#app/domain/services/draft-offer.server.ts";
import {
  findOfferChoices,
  listContractsForOffers,
} from "#app/domain/services/offer-choices.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { modeField, offerFields, termsFrom } from "#app/http/offer-form.server.ts";
import { askedOf, id, idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { type Choices, HowFields, RuleFields, WhatFields } from "./offer-fields.tsx";

const NewOfferForm = z
  .object({ ...offerFields, contractId: id<"contract">(), mode: modeField })
  .refine(({ mode, siteId }) => mode === "visit" || siteId, {
    path: ["siteId"],
    error: "site",
  });

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const chosen = askedOf(request).get("contract");
  if (chosen) {
    const choices = (await findOfferChoices(by, idParam(chosen))) ?? notFound();
    return { choices, contracts: [] };
  }
  const contracts = await listContractsForOffers(by);
  const [only] = contracts;
  if (only && contracts.length === 1) throw redirect(paths.organization.newOffer(only.id));
  return { choices: undefined, contracts };
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireManager(request);
  return submit(request, NewOfferForm, async ({ contractId, mode, ...said }) => {
    const offerId = await draftOffer(act, { ...termsFrom(said), contractId, mode });
    return redirect(paths.organization.offer(offerId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ services }) => services.form.newTitle);

export default function NewOffer() {
  const { choices, contracts } = useLoaderData<typeof loader>();
  return choices ? <OfferForm choices={choices} /> : <ContractChoice contracts={contracts} />;
}

const usual = {
  durationMinutes: "60",
  bufferBeforeMinutes: "15",
  bufferAfterMinutes: "15",
  noticeHours: "2",
  horizonDays: "28",
  cancelCutoffHours: "2",
};

function OfferForm({ choices }: { choices: Choices }) {
  const { form: words } = useMessages().services;
  const [only] = choices.communities;
  const communityIds = only && choices.communities.length === 1 ? [only.id] : [];
  const [form, fields] = useServerForm<typeof NewOfferForm>({
    defaultValue: { ...usual, communityIds },
  });
  return (
    <Page
      title={words.newTitle}
      lead={choices.contract.title}
      back={{ to: paths.organization.offers }}
      narrow
    >
      <Form form={form}>
        <Hidden name="contractId" value={choices.contract.id} />
        <WhatFields fields={fields} choices={choices} />
        <HowFields fields={fields} mode={fields.mode} sites={choices.sites} />
        <RuleFields fields={fields} />
        <SubmitButton>{words.save}</SubmitButton>
      </Form>
    </Page>
  );
}

type Contracts = Awaited<ReturnType<typeof listContractsForOffers>>;

function ContractChoice({ contracts }: { contracts: Contracts }) {
  const { own } = useMessages().services;
  const links = contracts.map(({ id: contractId, title, office, number }) => ({
    to: paths.organization.newOffer(contractId),
    label: title,
    note: `${office} ${number}`,
  }));
  return (
    <Page
      title={own.chooseContract}
      lead={own.chooseContractLead}
      back={{ to: paths.organization.offers }}
      narrow
    >
      {links.length > 0 ? <LinkList links={links} /> : <EmptyState>{own.noContract}</EmptyState>}
    </Page>
  );
}

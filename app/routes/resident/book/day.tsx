import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { KeyFacts, Money } from "#app/components/facts.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { Providers } from "#app/components/services/providers.tsx";
import { findOfferToBook, listDaysToBook } from "#app/domain/bookings/choices.server.ts";
import { listProviders } from "#app/domain/bookings/providers.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { DayChoice } from "../times.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const act = await requireResident(request);
  const found = (await findOfferToBook(act, idParam(params.offerId))) ?? notFound();
  const { offer, now, problem, ...place } = found;
  const [days, providers] = await Promise.all([
    problem ? [] : listDaysToBook(offer, now),
    listProviders(offer.id, now, act.by.residentId),
  ]);
  const { id, title, mode, price, durationMinutes } = offer;
  return { offer: { id, title, mode, price, durationMinutes }, ...place, problem, days, providers };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ bookings }, found) => bookings.day.title(found?.offer.title ?? ""));

export default function ChooseDay() {
  const { bookings, refusals } = useMessages();
  const { facts, day, modes } = bookings;
  const format = useFormat();
  const { offer, organization, site, problem, days, providers } = useLoaderData<typeof loader>();
  return (
    <Page
      title={day.title(offer.title)}
      lead={day.lead}
      back={{ to: paths.offer(offer.id) }}
      status={bookings.step(1, 3)}
      aside={
        <KeyFacts
          facts={[
            { label: facts.organization, value: organization },
            { label: facts.place, value: site?.name ?? modes.visit },
            {
              label: facts.time,
              value: bookings.time.lasts(format.minutes(offer.durationMinutes)),
            },
            { label: facts.price, value: <Money fen={offer.price} /> },
          ]}
        />
      }
    >
      <Providers providers={providers} to={paths.resident.book} />
      {problem ? (
        <Notice kind="refusal">
          <p>{refusals[problem]}</p>
        </Notice>
      ) : (
        <DayChoice
          days={days}
          mode={offer.mode}
          to={(chosen) => paths.resident.bookTime(offer.id, chosen)}
        />
      )}
    </Page>
  );
}

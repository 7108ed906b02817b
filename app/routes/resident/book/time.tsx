import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/page.tsx";
import { findOfferToBook, listTimes } from "#app/domain/bookings/choices.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { chosenIn } from "../chosen.server.ts";
import { TimeChoice } from "../times.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const act = await requireResident(request);
  const { offer, now, problem } =
    (await findOfferToBook(act, idParam(params.offerId))) ?? notFound();
  const { day } = chosenIn(request);
  if (!day || problem) throw redirect(paths.resident.book(offer.id));
  const { id, mode, title } = offer;
  return { offer: { id, mode, title }, day, times: await listTimes(offer, day, now) };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ bookings }, found) => bookings.day.title(found?.offer.title ?? ""));

export default function ChooseTime() {
  const { time, step } = useMessages().bookings;
  const format = useFormat();
  const { offer, day, times } = useLoaderData<typeof loader>();
  const { book, bookCheck } = paths.resident;
  return (
    <Page
      title={time.title(format.dayLong(day))}
      lead={time[offer.mode]}
      back={{ to: book(offer.id), label: time.otherDay }}
      status={step(2, 3)}
    >
      <TimeChoice
        times={times}
        to={(chosen) => bookCheck(offer.id, chosen)}
        otherDay={book(offer.id)}
      />
    </Page>
  );
}

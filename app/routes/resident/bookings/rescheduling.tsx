import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { KeyFacts, Moment } from "#app/components/facts.tsx";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { MovedOn } from "#app/components/moved-on.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { useRefusal } from "#app/components/refused.tsx";
import { cutoffOf } from "#app/domain/bookings/booking.ts";
import { findMove } from "#app/domain/bookings/find-move.server.ts";
import { rescheduleBooking } from "#app/domain/bookings/reschedule.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { chosenIn } from "../chosen.server.ts";
import { Alternatives, DayChoice, TimeChoice } from "../times.tsx";

const MoveForm = z.object({ version: z.coerce.number().int() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const act = await requireResident(request);
  const move = (await findMove(act, idParam(params.bookingId), chosenIn(request))) ?? notFound();
  return { ...move, now: act.at };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireResident(request);
  const bookingId = idParam<"booking">(params.bookingId);
  const { startsAt, sessionId } = chosenIn(request);
  const to = sessionId ? { sessionId } : { startsAt: startsAt ?? notFound() };
  return submit(request, MoveForm, async ({ version }) => {
    await rescheduleBooking(act, { bookingId, version, to });
    return redirect(paths.resident.booking(bookingId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ bookings }) => bookings.reschedule.title);

export default function Reschedule() {
  const { reschedule } = useMessages().bookings;
  const format = useFormat();
  const { booking, now, ...move } = useLoaderData<typeof loader>();
  const cutoff = cutoffOf(booking.startsAt, booking.cutoffHours);
  const back = paths.resident.booking(booking.id);
  return (
    <Page
      title={reschedule.title}
      lead={reschedule.lead}
      back={{ to: back, label: booking.title }}
      narrow
    >
      <KeyFacts
        facts={[
          {
            label: reschedule.now,
            value: <Moment at={booking.startsAt} as="range" until={booking.endsAt} />,
          },
        ]}
      />
      {booking.state !== "confirmed" ? (
        <MovedOn to={back} />
      ) : now > cutoff ? (
        <Notice kind="refusal">
          <p>{reschedule.tooLate(format.deadline(cutoff))}</p>
        </Notice>
      ) : (
        <NewTime booking={booking} {...move} />
      )}
      <Actions>
        <LinkButton to={back}>{reschedule.keep}</LinkButton>
      </Actions>
    </Page>
  );
}

type Move = Omit<ReturnType<typeof useLoaderData<typeof loader>>, "now">;

/** One question at a time: the day, then the time, then yes. */
function NewTime({ booking, days, times, day, choice }: Move) {
  const { reschedule } = useMessages().bookings;
  const format = useFormat();
  const address = paths.resident.rescheduling;
  if (choice) return <Confirm booking={booking} choice={choice} />;
  if (times && day) {
    return (
      <Section title={reschedule.time(format.dayLong(day))}>
        <TimeChoice
          times={times}
          to={(chosen) => address(booking.id, chosen)}
          otherDay={address(booking.id)}
        />
      </Section>
    );
  }
  return (
    <Section title={reschedule.day}>
      <DayChoice
        days={days ?? []}
        mode={booking.mode}
        to={(chosen) => address(booking.id, { day: chosen })}
      />
    </Section>
  );
}

function Confirm({ booking, choice }: Pick<Move, "booking"> & Pick<Required<Move>, "choice">) {
  const { refusals, bookings } = useMessages();
  const { reschedule } = bookings;
  const [form] = useServerForm<typeof MoveForm>();
  const refused = useRefusal();
  const address = paths.resident.rescheduling;
  if (!choice) return null;
  if (choice.problem) {
    return (
      <Notice kind="refusal" title={reschedule.gone}>
        {!refused.includes(refusals[choice.problem]) && <p>{refusals[choice.problem]}</p>}
        <Alternatives
          alternatives={choice.alternatives}
          to={(chosen) => address(booking.id, chosen)}
        />
      </Notice>
    );
  }
  return (
    <Section title={reschedule.check}>
      <KeyFacts
        facts={[
          {
            label: reschedule.to,
            value: <Moment at={choice.startsAt} as="range" until={choice.endsAt} />,
            change: address(booking.id),
          },
        ]}
      />
      <Form form={form}>
        <Hidden name="version" value={String(booking.version)} />
        <SubmitButton>{reschedule.submit}</SubmitButton>
      </Form>
    </Section>
  );
}

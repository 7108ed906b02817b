import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportOrganizationBookings } from "#app/domain/bookings/organization-queries.server.ts";
import { csvResponse } from "#app/http/csv.server.ts";
import { preferencesOf } from "#app/http/locale.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { formatIn } from "#app/i18n/format.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { copaymentState } from "./booking-table.tsx";
import { bookingFilter } from "./filter.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const { language } = preferencesOf(request);
  const { delivery, bookings } = messagesIn(language);
  const words = delivery.bookings;
  const { stamp } = formatIn(language);
  const rows = await exportOrganizationBookings(by, bookingFilter(request));
  return csvResponse(
    words.csvName,
    [
      { label: words.reference, value: ({ reference }) => reference },
      { label: words.csvStart, value: ({ startsAt }) => stamp(startsAt) },
      { label: words.csvEnd, value: ({ endsAt }) => stamp(endsAt) },
      { label: words.offer, value: ({ offer }) => offer },
      { label: words.resident, value: ({ resident }) => resident },
      { label: words.worker, value: ({ worker }) => worker },
      { label: words.state, value: ({ state }) => bookings.states[state] },
      { label: words.csvYuan(words.fundShare), value: ({ fundShare }) => fundShare / 100 },
      {
        label: words.csvYuan(words.residentShare),
        value: ({ residentShare }) => residentShare / 100,
      },
      { label: words.copayment, value: (row) => words[copaymentState(row)] },
      { label: words.claim, value: ({ milestone }) => milestone },
    ],
    rows,
  );
}

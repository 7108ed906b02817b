import type { LoaderFunctionArgs } from "@remix-run/node";
import { listMonths } from "#app/domain/statistics/office.server.ts";
import { csvResponse } from "#app/http/csv.server.ts";
import { preferencesOf } from "#app/http/locale.server.ts";
import { requireOfficeStaff } from "#app/http/session.server.ts";
import { messagesIn } from "#app/i18n/messages.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOfficeStaff(request);
  const { language } = preferencesOf(request);
  const { table: words } = messagesIn(language).statistics;
  return csvResponse(
    words.fileName,
    [
      { label: words.month, value: ({ month }) => month },
      { label: words.kind, value: (row) => row[language] },
      { label: words.booked, value: ({ booked }) => booked },
      { label: words.delivered, value: ({ delivered }) => delivered },
      { label: words.cancelled, value: ({ cancelled }) => cancelled },
      { label: words.rated, value: ({ rated }) => rated },
      { label: words.satisfied, value: ({ satisfied }) => satisfied },
      { label: words.fundShareYuan, value: ({ fundShare }) => fundShare / 100 },
    ],
    await listMonths(by.officeId),
  );
}

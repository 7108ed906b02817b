import type { LoaderFunctionArgs } from "@remix-run/node";
import { listOwnContracts } from "#app/domain/contracts/own-list.server.ts";
import { csvResponse } from "#app/http/csv.server.ts";
import { preferencesOf } from "#app/http/locale.server.ts";
import { requireOfficeStaff } from "#app/http/session.server.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { contractWish } from "./wish.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOfficeStaff(request);
  const { contracts } = messagesIn(preferencesOf(request).language);
  const { columns } = contracts;
  return csvResponse(
    contracts.csvName,
    [
      { label: columns.number, value: ({ number }) => number },
      { label: columns.title, value: ({ title }) => title },
      { label: columns.organization, value: ({ organization }) => organization },
      { label: columns.value, value: ({ value }) => value / 100 },
      { label: columns.start, value: ({ startsOn }) => startsOn },
      { label: columns.end, value: ({ endsOn }) => endsOn },
      { label: columns.status, value: ({ status }) => contracts.status[status] },
    ],
    await listOwnContracts(by, contractWish(request)),
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { findRedFlags } from "#app/domain/red-flags/queries.server.ts";
import { csvResponse } from "#app/http/csv.server.ts";
import { preferencesOf } from "#app/http/locale.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { formatIn } from "#app/i18n/format.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { dayOf } from "#app/values/time.ts";
import { flagParam, periodWish } from "./wish.server.ts";
import { measuredOf } from "./written.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "supervisor");
  const wanted = flagParam(params.flag);
  const { language } = preferencesOf(request);
  const { redFlags: words } = messagesIn(language);
  const format = formatIn(language);
  const { findings } = await findRedFlags(by, periodWish(request));
  const rows = findings
    .filter(({ flag }) => flag === wanted)
    .flatMap(({ sightings }) => sightings)
    .flatMap(({ tenders, ...found }) => tenders.map((tender) => ({ ...tender, ...found })));
  return csvResponse(
    words.names[wanted],
    [
      { label: words.columns.tender, value: ({ title }) => title },
      { label: words.columns.published, value: ({ publishedAt }) => dayOf(publishedAt) },
      {
        label: words.columns.organization,
        value: ({ organizations }) => format.list(organizations),
      },
      { label: words.columns.measured, value: (row) => measuredOf(words, format, wanted, row) },
    ],
    rows,
  );
}

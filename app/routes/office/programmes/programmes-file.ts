import type { LoaderFunctionArgs } from "@remix-run/node";
import { listProgrammes } from "#app/domain/services/programme-queries.server.ts";
import { csvResponse } from "#app/http/csv.server.ts";
import { preferencesOf } from "#app/http/locale.server.ts";
import { requireOfficeStaff } from "#app/http/session.server.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { forWhomIn, type Programme } from "./for-whom.ts";

/** The office's subsidies; amounts in yuan, the part paid in per cent. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOfficeStaff(request);
  const { language } = preferencesOf(request);
  const { programmes: words } = messagesIn(language).services;
  return csvResponse<Programme>(
    words.title,
    [
      { label: words.name, value: ({ name }) => name },
      { label: words.who, value: forWhomIn(language) },
      { label: words.ratePercent, value: ({ rateBp }) => rateBp / 100 },
      { label: words.capYuan, value: ({ capPerVisit }) => capPerVisit / 100 },
      { label: words.quotaYuan, value: ({ monthlyQuota }) => monthlyQuota / 100 },
      { label: words.form.validFrom, value: ({ validFrom }) => validFrom },
      { label: words.form.validTo, value: ({ validTo }) => validTo },
      { label: words.used, value: ({ used }) => used },
    ],
    await listProgrammes(by),
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { listOfficeMilestones } from "#app/domain/milestones/office-list.server.ts";
import { csvResponse } from "#app/http/csv.server.ts";
import { preferencesOf } from "#app/http/locale.server.ts";
import { requireOfficeStaff } from "#app/http/session.server.ts";
import { formatIn } from "#app/i18n/format.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { milestonesWish } from "./wish.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOfficeStaff(request);
  const { language } = preferencesOf(request);
  const { milestones: words, contracts } = messagesIn(language);
  const { stamp } = formatIn(language);
  const { columns } = words;
  const at = (instant: Date | null) => instant && stamp(instant);
  return csvResponse(
    words.title,
    [
      { label: contracts.columns.number, value: ({ contractNumber }) => contractNumber },
      { label: columns.contract, value: ({ contract }) => contract },
      { label: columns.name, value: ({ name }) => name },
      { label: columns.organization, value: ({ organization }) => organization },
      { label: columns.due, value: ({ dueOn }) => dueOn },
      { label: columns.state, value: ({ state }) => contracts.milestone[state] },
      { label: columns.capYuan, value: ({ cap }) => cap / 100 },
      { label: columns.payYuan, value: ({ pay }) => pay && pay / 100 },
      { label: words.facts.claimed, value: ({ claimedAt }) => at(claimedAt) },
      { label: words.facts.accepted, value: ({ acceptedAt }) => at(acceptedAt) },
      { label: words.facts.paid, value: ({ paidAt }) => at(paidAt) },
    ],
    await listOfficeMilestones(by, milestonesWish(request)),
  );
}

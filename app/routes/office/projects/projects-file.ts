import type { LoaderFunctionArgs } from "@remix-run/node";
import { listProjects } from "#app/domain/projects/queries.server.ts";
import { type CsvColumn, csvResponse } from "#app/http/csv.server.ts";
import { preferencesOf } from "#app/http/locale.server.ts";
import { requireOfficeStaff } from "#app/http/session.server.ts";
import { formatIn } from "#app/i18n/format.ts";
import type { Language } from "#app/i18n/language.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { projectWish } from "./wish.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOfficeStaff(request);
  const { language } = preferencesOf(request);
  const { fileName } = messagesIn(language).projects.list;
  return csvResponse(fileName, columnsIn(language), await listProjects(by, projectWish(request)));
}

type Row = Awaited<ReturnType<typeof listProjects>>[number];

function columnsIn(language: Language): CsvColumn<Row>[] {
  const { projects, tenderStatus } = messagesIn(language);
  const { stamp, list } = formatIn(language);
  const { list: words, columns } = projects;
  return [
    { label: words.number, value: ({ number }) => number },
    { label: words.name, value: ({ title }) => title },
    { label: words.status, value: ({ status }) => tenderStatus[status] },
    {
      label: columns.serviceType,
      value: ({ serviceTypeZh, serviceTypeEn }) =>
        language === "zh" ? serviceTypeZh : serviceTypeEn,
    },
    { label: columns.targetGroup, value: ({ targetGroup }) => targetGroup },
    { label: words.communities, value: ({ communities }) => list(communities) },
    { label: columns.quantity, value: ({ quantity }) => quantity },
    { label: columns.unit, value: ({ unit }) => unit },
    { label: columns.ceilingYuan, value: ({ ceiling }) => ceiling && ceiling / 100 },
    { label: columns.startsOn, value: ({ startsOn }) => startsOn },
    { label: columns.endsOn, value: ({ endsOn }) => endsOn },
    { label: words.deadline, value: ({ deadline }) => deadline && stamp(deadline) },
    { label: columns.author, value: ({ author }) => author },
    { label: columns.note, value: ({ importNote }) => importNote },
  ];
}

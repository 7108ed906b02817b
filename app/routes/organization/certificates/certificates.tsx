import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { StaffCertificates } from "#app/components/organizations/staff-certificates.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { listOwnStaff } from "#app/domain/organizations/certificate-queries.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by, at } = await requireManager(request);
  const today = dayOf(at);
  return { staff: await listOwnStaff(by, today), today };
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ certificates }) => certificates.staff.title);

export default function Certificates() {
  const { staff: words } = useMessages().certificates;
  const { staff, today } = useLoaderData<typeof loader>();
  const { organization: to } = paths;
  return (
    <Page title={words.title} lead={words.lead} back={{ to: to.workers }} wide>
      <Actions>
        <LinkButton kind="main" to={to.newCertificate}>
          {words.add}
        </LinkButton>
      </Actions>
      <StaffCertificates
        staff={staff}
        today={today}
        empty={words.empty}
        fileOf={to.certificateFile}
        act={(person, { id, kind }) => (
          <a
            href={to.certificateRemoval(person.id, id)}
            aria-label={words.removeOf(person.name, words.kinds[kind])}
          >
            {words.remove}
          </a>
        )}
      />
    </Page>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { KeyFacts, NumberBig, Numbers } from "#app/components/facts.tsx";
import { Page, Section } from "#app/components/page.tsx";
import { readCard } from "#app/domain/residents/own-queries.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  return await readCard(await requireResident(request));
}

export const meta: MetaFunction = (args) => titled(args, ({ residents }) => residents.card.title);

export default function Card() {
  const { card } = useMessages().residents;
  const { name, community, office, helpPhone, pin } = useLoaderData<typeof loader>();
  return (
    <Page title={card.title} lead={card.lead} narrow>
      <div className="cut-out">
        <Section title={card.heading(office)} note={card.keep}>
          <Numbers>
            <NumberBig label={card.pin} value={[...pin].join(" ")} />
          </Numbers>
          <KeyFacts
            facts={[
              { label: card.name, value: name },
              { label: card.community, value: community },
              { label: card.help, value: helpPhone },
            ]}
          />
        </Section>
      </div>
    </Page>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, LinkList, Page } from "#app/components/page.tsx";
import { findSecondFactor } from "#app/domain/accounts/second-factor-queries.server.ts";
import { requireHolder } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireHolder(request);
  return { factor: await findSecondFactor(by.userId) };
}

export const meta: MetaFunction = (args) => titled(args, ({ secondFactor }) => secondFactor.title);

export default function SecondFactor() {
  const { secondFactor: words } = useMessages();
  const format = useFormat();
  const { factor } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead} back={{ to: paths.my }} narrow>
      <Notice kind={factor ? "success" : "waiting"}>
        <p>{factor ? words.on(format.stamp(factor.setUpAt)) : words.off}</p>
        {factor && <p>{words.codesLeft(factor.codesLeft)}</p>}
      </Notice>
      {factor ? (
        <LinkList
          links={[
            { to: paths.authenticatorKey, label: words.newPhone },
            { to: paths.recoveryCodes, label: words.newCodes },
          ]}
        />
      ) : (
        <Actions>
          <LinkButton kind="main" to={paths.authenticatorKey}>
            {words.start}
          </LinkButton>
        </Actions>
      )}
    </Page>
  );
}

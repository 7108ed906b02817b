import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "./button.tsx";
import { KeyFacts } from "./facts.tsx";
import { HelpPhone } from "./help-phone.tsx";
import { Actions, Page } from "./page.tsx";

type ErrorPageProps = { status: number; reference?: string | undefined };

/** Says plainly why there is no page, and where to go; a fault has a number to quote. */
export function ErrorPage({ status, reference }: ErrorPageProps) {
  const { page } = useMessages().errors;
  const { title, words } = page[errorKind(status)];
  return (
    <Page title={title} lead={words} narrow>
      {reference && status >= 500 && (
        <KeyFacts facts={[{ label: page.reference, value: reference }]} />
      )}
      <HelpPhone />
      <Actions>
        <LinkButton to={paths.home} kind="main">
          {page.home}
        </LinkButton>
        <LinkButton to={paths.services}>{page.services}</LinkButton>
      </Actions>
    </Page>
  );
}

const kinds = {
  400: "badRequest",
  403: "forbidden",
  404: "notFound",
  405: "badRequest",
  409: "conflict",
  429: "tooMany",
  503: "unavailable",
} as const;

/** Which of the error pages answers a status. */
export function errorKind(status: number) {
  return status in kinds ? kinds[status as keyof typeof kinds] : "fault";
}

import { LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, NumberedList, Page } from "#app/components/page.tsx";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The recovery codes, the one time that they are shown. */
export function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  const { codes: words } = useMessages().secondFactor;
  return (
    <Page title={words.title} lead={words.lead} narrow>
      <Notice kind="waiting" title={words.once} />
      <NumberedList items={codes} />
      <Actions>
        <LinkButton kind="main" to={paths.secondFactor}>
          {words.done}
        </LinkButton>
      </Actions>
    </Page>
  );
}

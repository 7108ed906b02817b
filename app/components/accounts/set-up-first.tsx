import { LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Instead of a form that asks for a code: its reader has no second factor yet. */
export function SetUpFirst() {
  const { secondFactor: words } = useMessages();
  return (
    <Notice kind="waiting" title={words.missing}>
      <LinkButton to={paths.secondFactor}>{words.goSetUp}</LinkButton>
    </Notice>
  );
}

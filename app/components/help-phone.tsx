import { helpPhone, helpPhoneLink } from "#app/i18n/help-phone.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { Icon } from "./icon.tsx";

/** Where to call when a page does not help; it stands in the same place everywhere. */
export function HelpPhone() {
  const { help } = useMessages().common;
  return (
    <p className="help-phone">
      <Icon name="phone" />
      <span className="help-words">{help.words}</span>
      <a href={helpPhoneLink}>{helpPhone}</a>
    </p>
  );
}

import { useMessages } from "#app/i18n/messages.ts";

/** Nobody has a number like this: local numbers never start with 0. */
export const helpPhone = "0571-0012 0345";

/** Where to call when a page does not help; it stands in the same place everywhere. */
export function HelpPhone() {
  const { help } = useMessages().common;
  return (
    <p className="help-phone">
      <span>{help.words}</span>
      <a href={helpPhoneLink}>{helpPhone}</a>
    </p>
  );
}

export const helpPhoneLink = `tel:${helpPhone.replaceAll(/\D/g, "")}`;

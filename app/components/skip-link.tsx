import { useMessages } from "#app/i18n/messages.ts";

/** The first thing a keyboard reaches: past the header, to the page itself. */
export function SkipLink() {
  const { common } = useMessages();
  return (
    <a href="#main" className="skip-link">
      {common.skip}
    </a>
  );
}

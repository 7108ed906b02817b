import { useActionData } from "@remix-run/react";
import { useMessages } from "#app/i18n/messages.ts";

type Answer = { error?: Record<string, string[] | null> | undefined };

/** Why what was just sent was refused as a whole; nothing once a page is merely looked at. */
export function useRefusal(): string[] {
  const answer = useActionData<Answer>();
  return answer?.error?.[""] ?? [];
}

/** It stands above the page, which may have no form any more: the thing has moved on. */
export function Refused() {
  const { form } = useMessages().errors;
  const said = useRefusal();
  if (said.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} {...takesFocus}>
      <h2>{form.title}</h2>
      {said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** The page was loaded to say this: the reader is taken to it. */
export const takesFocus = { autoFocus: true };

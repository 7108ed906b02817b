import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/messages.ts";
import type { Day } from "#app/values/time.ts";
import { OnDay } from "./facts.tsx";

type OfficialDocumentProps = {
  /** The office in the red head line. */
  office: string;
  title: string;
  number: string;
  signedBy: string;
  date: Day;
  /** Signed and published: the red seal mark stands over the signature. */
  sealed?: boolean;
  children: ReactNode;
};

/** A notice, contract or letter in its conventional form; the same HTML prints on A4. */
export function OfficialDocument({
  office,
  title,
  number,
  signedBy,
  date,
  sealed,
  children,
}: OfficialDocumentProps) {
  const { document } = useMessages().common;
  return (
    <article className="document">
      <p className="document-office">{office}</p>
      <p className="document-number">{document.number(number)}</p>
      <h2>{title}</h2>
      <div className="document-body">{children}</div>
      <footer>
        {sealed && <p className="seal">{document.seal}</p>}
        <p>{signedBy}</p>
        <p>
          <OnDay day={date} />
        </p>
      </footer>
    </article>
  );
}

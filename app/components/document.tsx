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
  /** Instead of the office's signature, those of several parties. */
  signatures?: ReactNode;
  children: ReactNode;
};

/** A notice, contract or letter in its conventional form; the same HTML prints on A4. */
export function OfficialDocument(props: OfficialDocumentProps) {
  const { office, title, number, signedBy, date, sealed, signatures, children } = props;
  const { document } = useMessages().common;
  return (
    <article className="document">
      <p className="document-office">{office}</p>
      <p className="document-number">{number}</p>
      <h2>{title}</h2>
      <div className="document-body">{children}</div>
      {signatures ?? (
        <footer>
          {sealed && <p className="seal">{document.seal}</p>}
          <p>{signedBy}</p>
          <p>
            <OnDay day={date} />
          </p>
        </footer>
      )}
    </article>
  );
}

type Part = { title: string; text: ReactNode };

/** Parts numbered in their order (一、二、三); one that is not there takes no number. */
export function DocumentParts({ parts }: { parts: readonly (Part | false)[] }) {
  const { section } = useMessages().documents;
  const there = parts.filter((part) => part !== false);
  return there.map(({ title, text }, index) => (
    <section key={title}>
      <h3>{section(index + 1, title)}</h3>
      {text}
    </section>
  ));
}

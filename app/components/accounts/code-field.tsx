import type { FieldProps } from "#app/components/field.tsx";
import { TextField } from "#app/components/fields.tsx";
import { Notice } from "#app/components/notice.tsx";
import { useMessages } from "#app/i18n/messages.ts";

export type Proof = {
  /** Whether the reader has a second factor. */
  on: boolean;
  /** What a person of the demo street would read on her phone; its code is missing just after it was used. */
  demo?: { code?: string | undefined } | undefined;
};

type CodeFieldProps = Pick<FieldProps, "field" | "label"> & Pick<Proof, "demo">;

/** Where the code of somebody's authenticator, or a recovery code, is typed. */
export function CodeField({ field, label, demo }: CodeFieldProps) {
  const { secondFactor: words } = useMessages();
  return (
    <>
      {demo && (
        <Notice kind="info">
          <p>
            {demo.code ? words.demo : words.demoWait} <output>{demo.code}</output>
          </p>
        </Notice>
      )}
      <TextField
        field={field}
        label={label}
        hint={words.codeHint}
        autoComplete="one-time-code"
        maxLength={40}
        width="medium"
      />
    </>
  );
}

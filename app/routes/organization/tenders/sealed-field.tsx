import type { ReactNode } from "react";
import { controlProps, FieldFrame } from "#app/components/field.tsx";

type SealedFieldProps = {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  value: string;
  /** Several lines instead of one. */
  rows?: number;
  money?: boolean;
  onChange: (value: string) => void;
};

/** A field without a name: no form can ever post what is typed in it. */
export function SealedField(props: SealedFieldProps) {
  const { id, label, hint, error, value, rows, money, onChange } = props;
  const field = {
    id,
    name: "",
    errorId: `${id}-error`,
    descriptionId: `${id}-description`,
    errors: error ? [error] : undefined,
    initialValue: value,
  };
  const { name: _, ...control } = controlProps({ field, hint });
  const typed = { ...control, value, autoComplete: "off" };
  return (
    <FieldFrame field={field} label={label} hint={hint}>
      {rows ? (
        <textarea {...typed} rows={rows} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...typed}
          type="text"
          inputMode={money ? "decimal" : undefined}
          data-width="medium"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

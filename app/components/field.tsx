import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/messages.ts";

/** What a control needs to know of its field; conform's metadata has it. */
export type Field = {
  id: string;
  name: string;
  errorId: string;
  descriptionId: string;
  errors: string[] | undefined;
  initialValue: unknown;
};

export type FieldProps = {
  field: Field;
  label: string;
  hint?: ReactNode;
  /** Every other field is required; "later" may stay empty for now, which the page says once for all. */
  optional?: boolean | "later" | undefined;
};

/** A field of a form that never comes back with errors. */
export const plainField = (name: string, initialValue: string): Field => ({
  id: name,
  name,
  errorId: `${name}-error`,
  descriptionId: `${name}-description`,
  errors: undefined,
  initialValue,
});

/** The label, hint and errors around one control. */
export function FieldFrame({
  field,
  label,
  hint,
  optional,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <div className="field" data-invalid={field.errors ? true : undefined}>
      <label htmlFor={field.id}>
        <Label label={label} optional={optional} />
      </label>
      <Hint field={field} hint={hint} />
      <FieldErrors field={field} />
      {children}
    </div>
  );
}

/** The same around several controls that make one field. */
export function ChoiceFrame({
  field,
  label,
  hint,
  optional,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <fieldset
      className="field choices"
      data-invalid={field.errors ? true : undefined}
      aria-describedby={describedBy(field, hint)}
    >
      <legend>
        <Label label={label} optional={optional} />
      </legend>
      <Hint field={field} hint={hint} />
      <FieldErrors field={field} />
      {children}
    </fieldset>
  );
}

function Label({ label, optional }: Pick<FieldProps, "label" | "optional">) {
  const { common } = useMessages();
  return (
    <>
      {label}
      {optional === true && <span className="optional">{common.optional}</span>}
    </>
  );
}

function Hint({ field, hint }: { field: Field; hint: ReactNode }) {
  return hint ? (
    <p id={field.descriptionId} className="hint">
      {hint}
    </p>
  ) : null;
}

function FieldErrors({ field }: { field: Field }) {
  return field.errors ? (
    <p id={field.errorId} className="field-error">
      {field.errors.join(" ")}
    </p>
  ) : null;
}

/** What every control says about itself. */
export function controlProps({ field, hint, optional }: Omit<FieldProps, "label">) {
  return {
    id: field.id,
    name: field.name,
    required: !optional,
    "aria-invalid": field.errors ? true : undefined,
    "aria-describedby": describedBy(field, hint),
  };
}

/** The text to show in a control: what was typed, or what the form started with. */
export function textOf({ initialValue }: Field): string {
  return typeof initialValue === "string" ? initialValue : "";
}

/** The values chosen, of a field that may have several. */
export function valuesOf({ initialValue }: Field): string[] {
  const values: unknown[] = Array.isArray(initialValue) ? initialValue : [initialValue];
  return values.filter((value) => typeof value === "string");
}

function describedBy(field: Field, hint: ReactNode): string | undefined {
  const ids = [hint ? field.descriptionId : "", field.errors ? field.errorId : ""];
  return ids.filter(Boolean).join(" ") || undefined;
}

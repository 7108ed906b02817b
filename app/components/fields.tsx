import type { Day } from "#app/values/time.ts";
import { controlProps, FieldFrame, type FieldProps, textOf } from "./field.tsx";

type TextFieldProps = FieldProps & {
  type?: "text" | "tel" | "email" | "password" | "search";
  autoComplete?: string;
  inputMode?: "numeric" | "decimal" | "tel" | "email" | "text";
  minLength?: number;
  maxLength?: number;
  /** How much is expected; the field grows no longer than that. */
  width?: "short" | "medium";
};

/** One line of text; a password is never shown again. */
export function TextField(props: TextFieldProps) {
  const { field, type = "text", width, autoComplete, inputMode, minLength, maxLength } = props;
  return (
    <FieldFrame {...props}>
      <input
        {...controlProps(props)}
        {...{ type, autoComplete, inputMode, minLength, maxLength }}
        data-width={width}
        defaultValue={type === "password" ? undefined : textOf(field)}
      />
    </FieldFrame>
  );
}

type TextAreaProps = FieldProps & { rows?: number; minLength?: number; maxLength?: number };

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { field, rows = 5, minLength, maxLength } = props;
  return (
    <FieldFrame {...props}>
      <textarea
        {...controlProps(props)}
        {...{ rows, minLength, maxLength }}
        defaultValue={textOf(field)}
      />
    </FieldFrame>
  );
}

type NumberFieldProps = FieldProps & {
  min?: number;
  max?: number;
  /** 1 asks for whole numbers, "any" for any. */
  step?: number | "any";
  unit?: string;
};

/** A number, typed rather than stepped: a wheel never changes it by accident. */
export function NumberField(props: NumberFieldProps) {
  const { field, step = 1, unit } = props;
  return (
    <FieldFrame {...props}>
      <span className="with-unit">
        <input
          {...controlProps(props)}
          type="text"
          inputMode={step === 1 ? "numeric" : "decimal"}
          autoComplete="off"
          data-width="short"
          defaultValue={textOf(field)}
        />
        {unit && <span>{unit}</span>}
      </span>
    </FieldFrame>
  );
}

/** An amount in yuan, such as 1234.50; the schema turns it into fen. */
export function MoneyField(props: FieldProps) {
  return (
    <FieldFrame {...props}>
      <span className="with-unit">
        <span aria-hidden="true">{"¥"}</span>
        <input
          {...controlProps(props)}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          data-width="short"
          defaultValue={textOf(props.field)}
        />
      </span>
    </FieldFrame>
  );
}

/** A calendar day. */
export function DateField(props: FieldProps & { min?: Day; max?: Day }) {
  const { field, min, max } = props;
  return (
    <FieldFrame {...props}>
      <input
        {...controlProps(props)}
        {...{ min, max }}
        type="date"
        data-width="medium"
        defaultValue={textOf(field)}
      />
    </FieldFrame>
  );
}

/** A wall time in Shanghai, sent as 2026-11-30T17:00. */
export function DateTimeField(props: FieldProps & { min?: string; max?: string }) {
  const { field, min, max } = props;
  return (
    <FieldFrame {...props}>
      <input
        {...controlProps(props)}
        {...{ min, max }}
        type="datetime-local"
        data-width="medium"
        defaultValue={textOf(field)}
      />
    </FieldFrame>
  );
}

/** A file; its form needs `upload`. A browser never fills it in again after an error. */
export function FileField(props: FieldProps & { accept?: string; multiple?: boolean }) {
  const { accept, multiple } = props;
  return (
    <FieldFrame {...props}>
      <input {...controlProps(props)} {...{ accept, multiple }} type="file" />
    </FieldFrame>
  );
}

import {
  type DefaultValue,
  type FormMetadata,
  type SubmissionResult,
  useForm,
} from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import type { ReactNode } from "react";
import type { z } from "zod";
import { useMessages } from "#app/i18n/messages.ts";
import { Button, type ButtonKind } from "./button.tsx";
import { hiddenIn, labelsIn } from "./field-labels.ts";
import { takesFocus } from "./refused.tsx";

type Fields = Record<string, unknown>;

type ServerFormOptions<Values> = {
  /** Needed when a page has several forms. */
  id?: string;
  /** What an edit form starts with; after an error the typed values win. */
  defaultValue?: DefaultValue<Values>;
};

/** A form that shows what the server last said of it. The server alone checks it. */
export function useServerForm<Schema extends z.ZodType<unknown, Fields>>({
  id = "form",
  defaultValue,
}: ServerFormOptions<z.input<Schema>> = {}) {
  const lastResult = useActionData<SubmissionResult<string[]>>();
  return useForm<z.input<Schema>>({
    id,
    lastResult: lastResult ?? null,
    ...(defaultValue && { defaultValue }),
  });
}

type FormProps<Values extends Fields> = {
  form: FormMetadata<Values>;
  title?: string;
  /** Where it is posted, if not to this page. */
  action?: string;
  /** Needed for a `FileField`. */
  upload?: boolean;
  children: ReactNode;
};

/** A plain POST that works without JavaScript; the browser's own bubbles are off, the server answers. The page says why it was refused as a whole. */
export function Form<Values extends Fields>(props: FormProps<Values>) {
  const { form, title, action, upload, children } = props;
  return (
    <form
      method="post"
      id={form.id}
      className="form"
      action={action}
      encType={upload ? "multipart/form-data" : undefined}
      noValidate
    >
      {title && <h1>{title}</h1>}
      <ErrorSummary
        formId={form.id}
        errors={{ ...form.allErrors, "": undefined }}
        labels={labelsIn(children)}
        unseen={hiddenIn(children, Hidden)}
      />
      {children}
    </form>
  );
}

type ErrorSummaryProps = {
  formId: string;
  errors: Record<string, string[] | null | undefined>;
  /** What the fields are called, by name. */
  labels?: Record<string, string>;
  /** Fields without a control to go to: if something is wrong with them, it is with the page. */
  unseen?: readonly string[];
};

/** Every error with a link to its field; the form's own errors, such as a refusal, stand first. */
export function ErrorSummary({ formId, errors, labels = {}, unseen = [] }: ErrorSummaryProps) {
  const { form, named } = useMessages().errors;
  const wrong = Object.entries(errors).filter(([name, said]) => name && said?.length);
  const fields = wrong.filter(([name]) => !unseen.includes(name));
  const own = [...(errors[""] ?? []), ...(fields.length < wrong.length ? [form.stale] : [])];
  if (fields.length === 0 && own.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} {...takesFocus}>
      <h2>{form.title}</h2>
      {own.map((error) => (
        <p key={error}>{error}</p>
      ))}
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, said]) => (
            <li key={name}>
              <a href={`#${formId}-${name}`}>{named(labels[name], said?.join(" ") ?? "")}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The one main act of the form. */
export function SubmitButton({ kind, children }: { kind?: ButtonKind; children: ReactNode }) {
  return (
    <div className="actions">
      <Button kind={kind}>{children}</Button>
    </div>
  );
}

/** A value the form carries unseen, such as its idempotency key. */
export const Hidden = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
);

type FieldsetProps = { legend: string; hint?: ReactNode; children: ReactNode };

/** Fields that belong together under one heading. */
export function Fieldset({ legend, hint, children }: FieldsetProps) {
  return (
    <fieldset className="fieldset">
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {children}
    </fieldset>
  );
}

import type { ReactNode } from "react";
import { useMessages, usePreferences } from "#app/i18n/messages.ts";
import { Face } from "./face.tsx";
import {
  ChoiceFrame,
  controlProps,
  FieldFrame,
  type FieldProps,
  textOf,
  valuesOf,
} from "./field.tsx";

export type Option = { value: string; label: string; hint?: ReactNode; disabled?: boolean };

type ChoiceProps = FieldProps & { options: readonly Option[] };

/** One of many in a drop-down; for up to seven options `RadioGroup` is easier. */
export function Select(props: ChoiceProps & { placeholder?: string }) {
  const { field, options, placeholder = "" } = props;
  return (
    <FieldFrame {...props}>
      <select {...controlProps(props)} defaultValue={textOf(field)}>
        <option value="">{placeholder}</option>
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** One of a few, all in view. */
export function RadioGroup(props: ChoiceProps) {
  const { field, options, optional } = props;
  return (
    <ChoiceFrame {...props}>
      {options.map((option, index) => (
        <Choice key={option.value} id={optionId(field.id, index)} option={option}>
          <input
            type="radio"
            id={optionId(field.id, index)}
            name={field.name}
            value={option.value}
            defaultChecked={textOf(field) === option.value}
            disabled={option.disabled}
            required={!optional}
          />
        </Choice>
      ))}
    </ChoiceFrame>
  );
}

/** Any of a few; the name is sent once for each. */
export function CheckboxGroup(props: ChoiceProps) {
  const { field, options } = props;
  const chosen = valuesOf(field);
  return (
    <ChoiceFrame {...props}>
      {options.map((option, index) => (
        <Choice key={option.value} id={optionId(field.id, index)} option={option}>
          <input
            type="checkbox"
            id={optionId(field.id, index)}
            name={field.name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
            disabled={option.disabled}
          />
        </Choice>
      ))}
    </ChoiceFrame>
  );
}

/** One yes, sent as "on" when ticked; never ticked beforehand unless the form started so. */
export function Checkbox(props: FieldProps) {
  const { field, label, hint } = props;
  return (
    <div className="field choices" data-invalid={field.errors ? true : undefined}>
      {field.errors && (
        <p id={field.errorId} className="field-error">
          {field.errors.join(" ")}
        </p>
      )}
      <div className="choice">
        <input
          {...controlProps(props)}
          type="checkbox"
          value="on"
          defaultChecked={textOf(field) === "on"}
        />
        <label htmlFor={field.id}>{label}</label>
        {hint && (
          <span id={field.descriptionId} className="hint">
            {hint}
          </span>
        )}
      </div>
    </div>
  );
}

const starValues = [1, 2, 3, 4, 5] as const;
const faceValues = [5, 4, 2, 1] as const;

/** One to five stars; for elders four big faces that stand for 5, 4, 2 and 1. */
export function RatingField(props: FieldProps) {
  const { field } = props;
  const { rating } = useMessages().common;
  const faces = usePreferences().elder > 0;
  const values = faces ? faceValues : starValues;
  return (
    <ChoiceFrame {...props}>
      <div className="rating" data-faces={faces || undefined}>
        {values.map((value, index) => (
          <label key={value} className="rating-choice">
            <input
              type="radio"
              id={optionId(field.id, index)}
              name={field.name}
              value={value}
              defaultChecked={textOf(field) === String(value)}
              required={!props.optional}
            />
            {faces && <Face stars={value} />}
            <span>{faces ? rating.stars[value] : rating.option(value, rating.stars[value])}</span>
          </label>
        ))}
      </div>
    </ChoiceFrame>
  );
}

type ChoiceItemProps = { id: string; option: Option; children: ReactNode };

function Choice({ id, option: { label, hint }, children }: ChoiceItemProps) {
  return (
    <div className="choice">
      {children}
      <label htmlFor={id}>{label}</label>
      {hint && <span className="hint">{hint}</span>}
    </div>
  );
}

/** The error summary links to the first control of a field, which has the field's own id. */
function optionId(fieldId: string, index: number): string {
  return index === 0 ? fieldId : `${fieldId}-${index}`;
}

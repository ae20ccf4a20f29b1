import { Checkbox, Fieldset, Input, NativeSelect, Radio, Stack, TextInput, Textarea } from "@mantine/core";
import type { CheckboxProps, NativeSelectProps, TextInputProps, TextareaProps } from "@mantine/core";
import { createContext, useContext } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { fieldId } from "./field-error.ts";
import type { FieldErrors } from "./field-error.ts";
import classes from "./field.module.css";

/** Inside, nothing is required and nothing is called optional: the fields of a filter. */
export const FilterFields = createContext(false);

type Own = { name: string; label: ReactNode; hint?: ReactNode; errors?: FieldErrors | null; required?: boolean };

/** Label, hint and error of one field; required fields are said to assistive technology, optional ones in the label. */
function useOwn({ name, label, hint, errors, required = true }: Own) {
  const { t } = useTranslation("frame");
  const filtering = useContext(FilterFields);
  const message = errors?.[name];
  return {
    id: fieldId(name),
    name,
    label: required || filtering ? label : <>{label} <span className={classes.optional}>({t("form.optional")})</span></>,
    description: hint,
    error: message ? <><span className="visually-hidden">{t("form.errorPrefix")} </span>{message}</> : undefined,
    "aria-required": (required && !filtering) || undefined,
  };
}

/** One line of text; also dates (`type="date"`), numbers (`inputMode="numeric"`), e-mail and passwords. */
export function TextField({ name, label, hint, errors, required, ...rest }: Own & Omit<TextInputProps, keyof Own | "error" | "description">) {
  return <TextInput {...useOwn({ name, label, hint, errors, required })} {...rest} />;
}

/** Several lines of text. */
export function LongTextField({ name, label, hint, errors, required, ...rest }: Own & Omit<TextareaProps, keyof Own | "error" | "description">) {
  return <Textarea {...useOwn({ name, label, hint, errors, required })} {...rest} />;
}

/** One of a list, as the browser's own select. */
export function SelectField({ name, label, hint, errors, required, ...rest }: Own & Omit<NativeSelectProps, keyof Own | "error" | "description">) {
  return <NativeSelect {...useOwn({ name, label, hint, errors, required })} {...rest} />;
}

/** One tick of its own. */
export function TickField({ name, label, hint, errors, required, ...rest }: Own & Omit<CheckboxProps, keyof Own | "error" | "description">) {
  return <Checkbox {...useOwn({ name, label, hint, errors, required })} {...rest} />;
}

/** A file, by the browser's own chooser. */
export function FileField({ name, label, hint, errors, required, accept }: Own & { accept?: string }) {
  const own = useOwn({ name, label, hint, errors, required });
  const described = [own.description ? `${own.id}-description` : "", own.error ? `${own.id}-error` : ""].filter(Boolean).join(" ") || undefined;
  return (
    <Input.Wrapper id={own.id} label={own.label} description={own.description} error={own.error} size="sm">
      <input type="file" id={own.id} name={name} accept={accept} aria-required={own["aria-required"]} aria-invalid={own.error ? true : undefined} aria-describedby={described} className={classes.file} />
    </Input.Wrapper>
  );
}

export type Option = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };
type Group = Own & { options: readonly Option[] };

/** Several ticks under one question; they are sent under the same name. */
export function TicksField({ options, chosen = [], ...own }: Group & { chosen?: readonly string[] }) {
  return (
    <GroupFrame {...own}>
      {options.map(({ value, label, hint, disabled }) => (
        <Checkbox key={value} name={own.name} value={value} label={label} description={hint} disabled={disabled} defaultChecked={chosen.includes(value)} />
      ))}
    </GroupFrame>
  );
}

/** One answer of a few, all in sight. */
export function RadioField({ options, chosen, ...own }: Group & { chosen?: string | null }) {
  return (
    <GroupFrame {...own}>
      {options.map(({ value, label, hint, disabled }) => (
        <Radio key={value} name={own.name} value={value} label={label} description={hint} disabled={disabled} defaultChecked={chosen === value} />
      ))}
    </GroupFrame>
  );
}

function GroupFrame({ children, ...own }: Own & { children: ReactNode }) {
  const { id, label, description, error } = useOwn(own);
  const described = [description ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
  return (
    <Fieldset id={id} legend={label} variant="unstyled" tabIndex={-1} aria-describedby={described} className={classes.group}>
      {description ? <p id={`${id}-hint`} className={classes.hint}>{description}</p> : null}
      {error ? <p id={`${id}-error`} className={classes.error}>{error}</p> : null}
      <Stack gap={8} mt={8}>{children}</Stack>
    </Fieldset>
  );
}

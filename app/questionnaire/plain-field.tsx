import { useTranslation } from "react-i18next";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { LongTextField, RadioField, SelectField, TextField, TicksField } from "#app/ui/field.tsx";
import classes from "./plain-form.module.css";
import type { PlainQuestion } from "./present.ts";

type Props = { question: PlainQuestion; name: string; value: unknown; errors: FieldErrors };

/** One question as the browser's own field; its value is sent under `name`. */
export function PlainField({ question, name, value, errors }: Props) {
  const { t } = useTranslation("questionnaire");
  const own = { name, label: question.title, hint: question.description ?? undefined, errors, required: question.required };
  const written = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const options = question.choices.map((choice) => ({ value: choice.value, label: choice.text }));
  switch (question.type) {
    case "radiogroup":
      return <RadioField {...own} options={options} chosen={written} />;
    case "boolean":
      return <RadioField {...own} options={[{ value: "true", label: t("yes") }, { value: "false", label: t("no") }]} chosen={typeof value === "boolean" ? String(value) : null} />;
    case "checkbox":
      return <TicksField {...own} options={options} chosen={Array.isArray(value) ? value.map(String) : []} />;
    case "dropdown":
      return <SelectField {...own} data={[{ value: "", label: t("choose") }, ...options.map(({ value: one, label }) => ({ value: one, label }))]} defaultValue={written} classNames={{ wrapper: classes.middling }} />;
    case "comment":
      return <LongTextField {...own} rows={question.rows} maxLength={question.maxLength ?? undefined} defaultValue={written} />;
    default: {
      const isDate = question.inputType === "date";
      return (
        <TextField
          {...own}
          type={question.inputType === "number" ? "text" : question.inputType}
          inputMode={question.inputType === "number" ? "decimal" : undefined}
          min={isDate ? (question.min ?? undefined) : undefined}
          max={isDate ? (question.max ?? undefined) : undefined}
          maxLength={question.maxLength ?? undefined}
          classNames={{ wrapper: isDate ? classes.narrow : classes.middling }}
          defaultValue={written}
        />
      );
    }
  }
}

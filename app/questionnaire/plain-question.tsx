import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { fieldId } from "#app/ui/field-error.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { VersionedAnswer } from "./form-props.ts";
import { PlainField } from "./plain-field.tsx";
import classes from "./plain-form.module.css";
import type { PlainQuestion } from "./present.ts";
import { fieldNames } from "./read-form.ts";

type Props = { question: PlainQuestion; answer: VersionedAnswer | undefined; error: string | undefined; locked: boolean };

/** A question with its comment, or a repeated block with room for one more; locked ones are shown and not sent. */
export function PlainQuestionFields({ question, answer, error, locked }: Props) {
  const { t } = useTranslation("questionnaire");
  const name = fieldNames.value(question.name);
  const errors = error ? { [name]: error } : {};
  return (
    <fieldset className={classes.question} disabled={locked} id={`question-${question.name}`}>
      {locked ? null : <input type="hidden" name={fieldNames.listed} value={question.name} />}
      {locked ? null : <input type="hidden" name={fieldNames.version(question.name)} value={answer?.version ?? 0} />}
      {question.type === "paneldynamic" ? (
        <Panels question={question} value={answer?.value} error={error} />
      ) : (
        <PlainField question={question} name={name} value={answer?.value} errors={errors} />
      )}
      {question.commentLabel === null ? null : (
        <Textarea
          id={fieldId(fieldNames.comment(question.name))} name={fieldNames.comment(question.name)} label={question.commentLabel || t("commentLabel")}
          rows={3} defaultValue={answer?.comment ?? ""} mt={12}
        />
      )}
      {locked ? <p className={classes.locked}>{t("locked")}</p> : null}
    </fieldset>
  );
}

function Panels({ question, value, error }: { question: PlainQuestion; value: unknown; error: string | undefined }) {
  const { t } = useTranslation("questionnaire");
  const filled = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  const shown = Array.from({ length: Math.min(filled.length + 1, question.panels.most) }, (_, index) => filled[index] ?? {});
  return (
    <div>
      <h3 className={classes.panelsTitle}>{question.title}</h3>
      <p className={classes.hint}>{t("panelHint")}</p>
      {error ? <Notice tone="late">{error}</Notice> : null}
      {shown.map((panel, index) => (
        <fieldset key={index} className={classes.panel}>
          <legend>{t("panelNumber", { title: question.panelTitle ?? question.title, number: index + 1 })}</legend>
          {question.fields.map((field) => (
            <PlainField key={field.name} question={field} name={fieldNames.panel(question.name, index, field.name)} value={panel[field.name]} errors={{}} />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

import { useTranslation } from "react-i18next";
import type { DraftField, DraftRows } from "#app/questionnaire/builder/draft.ts";
import { FIELD_TYPES, hasChoices } from "#app/questionnaire/builder/question-types.ts";
import { LongTextField, SelectField, TextField, TickField } from "#app/ui/field.tsx";
import { BothTexts } from "./both-texts.tsx";
import classes from "./builder.module.css";
import { StepButton } from "./editor-form.tsx";
import { LimitFields } from "./limit-fields.tsx";
import { refresh } from "./refresh.ts";

/** Repeated rows: what is asked in each, how many there may be, and the words on their buttons. */
export function RowFields({ rows }: { rows: DraftRows }) {
  const { t } = useTranslation("builder");
  return (
    <fieldset className={classes.part}>
      <legend>{t("rows.title")}</legend>
      <input type="hidden" name="fields" value={rows.fields.length} />
      {rows.fields.map((field, at) => <Field key={field.name} field={field} at={at} last={rows.fields.length - 1} />)}
      <div><StepButton intent="add-field" icon="plus" label={t("rows.add")}>{t("rows.add")}</StepButton></div>
      <div className={classes.pair}>
        <TextField name="rows.min" label={t("rows.min")} inputMode="numeric" defaultValue={rows.min} maxLength={2} />
        <TextField name="rows.max" label={t("rows.max")} inputMode="numeric" defaultValue={rows.max} maxLength={2} />
      </div>
      <BothTexts name="rows.title" label={t("rows.rowTitle")} value={rows.title} />
      <BothTexts name="rows.add" label={t("rows.addText")} value={rows.add} />
      <BothTexts name="rows.remove" label={t("rows.removeText")} value={rows.remove} />
    </fieldset>
  );
}

function Field({ field, at, last }: { field: DraftField; at: number; last: number }) {
  const { t } = useTranslation("builder");
  const path = `field.${at}.`;
  return (
    <fieldset className={classes.inner}>
      <legend>{t("rows.field", { number: at + 1 })}</legend>
      <input type="hidden" name={`${path}name`} value={field.name} />
      <div className={classes.pair}>
        <SelectField name={`${path}type`} label={t("field.type")} defaultValue={field.type} onChange={refresh} data={FIELD_TYPES.map((value) => ({ value, label: t(`type.${value}`) }))} />
        <TickField name={`${path}required`} label={t("field.required")} defaultChecked={field.required} mt={28} />
      </div>
      <BothTexts name={`${path}title`} label={t("field.title")} value={field.title} />
      <BothTexts name={`${path}description`} label={t("field.description")} value={field.description} />
      {hasChoices(field.type) && field.type !== "yes-no" ? (
        <div className={classes.both}>
          {(["da", "en"] as const).map((language) => (
            <LongTextField key={language} name={`${path}choices.${language}`} lang={language} label={t(`rows.choices.${language}`)} hint={t("rows.choicesHint")} rows={3} defaultValue={field.choices.map(({ text }) => text[language]).join("\n")} />
          ))}
        </div>
      ) : null}
      <LimitFields path={path} type={field.type} limits={field} />
      <span className={classes.tools}>
        <StepButton intent={`field-up:${at}`} icon="up" label={t("rows.up", { number: at + 1 })} disabled={at === 0} />
        <StepButton intent={`field-down:${at}`} icon="down" label={t("rows.down", { number: at + 1 })} disabled={at === last} />
        <StepButton intent={`remove-field:${at}`} icon="cross" label={t("rows.remove", { number: at + 1 })} />
      </span>
    </fieldset>
  );
}

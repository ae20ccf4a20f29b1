import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DraftQuestion } from "#app/questionnaire/builder/draft.ts";
import { fieldId } from "#app/ui/field-error.ts";
import classes from "./builder.module.css";
import { StepButton } from "./editor-form.tsx";
import type { RequirementChoice } from "./requirement-choices.server.ts";

/** The items of the catalogues that the question tests; more are found by writing part of their id or text. */
export function RequirementFields({ question, choices }: { question: DraftQuestion; choices: readonly RequirementChoice[] }) {
  const { t } = useTranslation("builder");
  const textOf = (ref: string) => choices.find((one) => one.ref === ref)?.text ?? "";
  return (
    <fieldset className={classes.part}>
      <legend>{t("requirement.title")}</legend>
      <p className={classes.hint}>{t("requirement.hint")}</p>
      {question.requirements.map((ref) => (
        <label key={ref} className={classes.requirement}>
          <input type="checkbox" name="requirement" value={ref} defaultChecked /> <span><strong>{ref}</strong> {textOf(ref)}</span>
        </label>
      ))}
      <div className={classes.line}>
        <TextInput name="requirementNew" id={fieldId("requirementNew")} list="requirement-choices" aria-label={t("requirement.add")} placeholder={t("requirement.placeholder")} maxLength={200} autoComplete="off" className={classes.wide} />
        <StepButton intent="add-requirement" icon="plus" label={t("requirement.add")}>{t("requirement.add")}</StepButton>
      </div>
      <datalist id="requirement-choices">
        {choices.filter(({ ref }) => !question.requirements.includes(ref)).map(({ ref, text }) => <option key={ref} value={ref}>{`${ref} – ${text}`}</option>)}
      </datalist>
    </fieldset>
  );
}

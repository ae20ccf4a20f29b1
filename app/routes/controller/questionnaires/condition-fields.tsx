import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { mostRules, operatorsFor, takesValue, type Condition, type Rule } from "#app/questionnaire/builder/condition.ts";
import { questionsOf, type Draft, type DraftQuestion } from "#app/questionnaire/builder/draft.ts";
import { inLanguage } from "#app/questionnaire/builder/in-language.ts";
import { SelectField, TextField, TicksField } from "#app/ui/field.tsx";
import { useLanguage } from "#app/ui/use-language.ts";
import classes from "./builder.module.css";
import { StepButton } from "./editor-form.tsx";
import { refresh } from "./refresh.ts";

type Props = { condition: Condition | null; draft: Draft; own: readonly string[] };

/** When it is asked: groups of comparisons of other answers. One group must hold, with all that stands in it. */
export function ConditionFields({ condition, draft, own }: Props) {
  const { t } = useTranslation("builder");
  const language = useLanguage();
  const all = questionsOf(draft);
  const numbered = (question: DraftQuestion) => `${all.indexOf(question) + 1}. ${inLanguage(question.title, language) || t("untitled")}`.slice(0, 90);
  const options = all.filter(({ name, type }) => type !== "file" && !own.includes(name)).map((question) => ({ value: question.name, label: numbered(question) }));
  const groups = condition?.any ?? [];
  const total = groups.flat().length;
  const numbers = groups.map((_, group) => groups.slice(0, group).flat().length);
  return (
    <fieldset className={classes.part}>
      <legend>{t("condition.title")}</legend>
      <p className={classes.hint}>{t(total === 0 ? "condition.none" : groups.length > 1 ? "condition.any" : "condition.all", { count: total })}</p>
      <input type="hidden" name="rules" value={total} />
      {groups.map((rules, group) => (
        <div key={group} className={classes.group} role="group" aria-label={t("condition.group", { number: group + 1 })}>
          {group > 0 ? <p className={classes.or}>{t("condition.or")}</p> : null}
          {rules.map((rule, inside) => {
            const at = numbers[group]! + inside;
            return (
              <div key={at} className={classes.rule}>
                <input type="hidden" name={`rule.${at}.group`} value={group} />
                <SelectField
                  name={`rule.${at}.question`} label={t(inside === 0 ? "condition.question" : "condition.and")} defaultValue={rule.question} onChange={refresh}
                  data={options.some(({ value }) => value === rule.question) ? options : [{ value: rule.question, label: t("condition.gone") }, ...options]}
                />
                <RuleValue rule={rule} at={at} question={all.find(({ name }) => name === rule.question)} />
                <StepButton intent={`remove-rule:${at}`} icon="cross" label={t("condition.remove", { number: at + 1 })} />
              </div>
            );
          })}
        </div>
      ))}
      {options.length === 0 ? <p className={classes.hint}>{t("condition.noOther")}</p> : total < mostRules ? (
        <div className={classes.line}>
          <NativeSelect name="ruleQuestion" aria-label={t("condition.choose")} data={options} className={classes.wide} />
          {groups.length === 0 ? <StepButton intent="add-rule:0" icon="plus" label={t("condition.add")}>{t("condition.add")}</StepButton> : (
            <>
              <StepButton intent={`add-rule:${groups.length - 1}`} icon="plus" label={t("condition.addAnd")}>{t("condition.addAnd")}</StepButton>
              <StepButton intent={`add-rule:${groups.length}`} icon="branch" label={t("condition.addOr")}>{t("condition.addOr")}</StepButton>
            </>
          )}
        </div>
      ) : <p className={classes.hint}>{t("condition.full")}</p>}
    </fieldset>
  );
}

function RuleValue({ rule, at, question }: { rule: Rule; at: number; question: DraftQuestion | undefined }) {
  const { t } = useTranslation("builder");
  const { operator, value } = rule;
  const type = question?.type ?? "text";
  const name = `rule.${at}.value`;
  const choices = (question?.choices ?? []).map((choice) => ({ value: choice.value, label: choice.text.da || t(choice.value === "true" ? "yes" : choice.value === "false" ? "no" : "untitled") }));
  const listed = choices.length > 0;
  const chosen = typeof value === "boolean" ? String(value) : typeof value === "string" || typeof value === "number" ? String(value) : "";
  return (
    <>
      <SelectField name={`rule.${at}.operator`} label={t("condition.operator")} defaultValue={operator} onChange={refresh} data={operatorsFor(type).map((one) => ({ value: one, label: t(`operator.${one}`) }))} />
      {!takesValue(operator) ? null : operator === "any-of" ? (
        <TicksField name={name} label={t("condition.value")} options={choices} chosen={Array.isArray(value) ? value : []} />
      ) : listed ? (
        <SelectField name={name} label={t("condition.value")} defaultValue={chosen} data={[{ value: "", label: t("condition.chooseValue") }, ...choices]} />
      ) : (
        <TextField name={name} label={t("condition.value")} type={type === "date" ? "date" : "text"} inputMode={type === "number" ? "decimal" : undefined} defaultValue={chosen} maxLength={80} />
      )}
    </>
  );
}

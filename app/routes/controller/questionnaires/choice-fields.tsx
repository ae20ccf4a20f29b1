import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { choiceSets, type DraftQuestion } from "#app/questionnaire/builder/draft.ts";
import { canCount } from "#app/questionnaire/builder/question-types.ts";
import { fieldId } from "#app/ui/field-error.ts";
import classes from "./builder.module.css";
import { StepButton } from "./editor-form.tsx";

const LEVELS = ["met", "partly", "not-met", "not-applicable"] as const;

/** The answers to choose among, each in both languages, with what it is worth and whether it takes a reason. */
export function ChoiceFields({ question }: { question: DraftQuestion }) {
  const { t } = useTranslation("builder");
  const { choices, type } = question;
  const fixed = type === "yes-no";
  return (
    <fieldset className={classes.part}>
      <legend>{t("choice.title")}</legend>
      <input type="hidden" name="choices" value={choices.length} />
      {fixed ? null : (
        <div className={classes.line}>
          <NativeSelect name="choiceSet" aria-label={t("choice.set")} data={Object.keys(choiceSets).filter((one) => one !== "yes-no" && one !== "plain").map((value) => ({ value, label: t(`set.${value}`) }))} className={classes.wide} />
          <StepButton intent="use-set" icon="check" label={t("choice.useSet")}>{t("choice.useSet")}</StepButton>
        </div>
      )}
      <ol className={classes.choices}>
        {choices.map((choice, at) => (
          <li key={choice.value} className={classes.choice} data-counts={canCount(type) || undefined}>
            <input type="hidden" name={`choice.${at}.value`} value={choice.value} />
            {(["da", "en"] as const).map((language) => (
              <TextInput
                key={language} id={fieldId(`choice.${at}.${language}`)} name={`choice.${at}.${language}`} lang={language} defaultValue={choice.text[language]} maxLength={500} autoComplete="off" size="sm"
                aria-label={t(`choice.${language}`, { number: at + 1 })} placeholder={fixed ? t(choice.value === "true" ? "yes" : "no") : t(`choice.placeholder.${language}`)} data-missing={(language === "en" && choice.text.da !== "" && choice.text.en === "") || undefined}
              />
            ))}
            <span className={classes.worth}>
              {canCount(type) ? (
                <NativeSelect
                  name={`choice.${at}.level`} aria-label={t("choice.level", { number: at + 1 })} defaultValue={choice.level ?? ""} className={classes.level}
                  data={[{ value: "", label: t("choice.noLevel") }, ...LEVELS.map((value) => ({ value, label: t(`words:level.${value}`) }))]}
                />
              ) : null}
              <Checkbox name={`choice.${at}.reason`} defaultChecked={choice.reason} size="xs" label={<>{t("choice.reason")}<span className="visually-hidden"> ({t("choice.number", { number: at + 1 })})</span></>} />
              {fixed ? null : (
                <span className={classes.tools}>
                  <StepButton intent={`choice-up:${at}`} icon="up" label={t("choice.up", { number: at + 1 })} disabled={at === 0} />
                  <StepButton intent={`choice-down:${at}`} icon="down" label={t("choice.down", { number: at + 1 })} disabled={at === choices.length - 1} />
                  <StepButton intent={`remove-choice:${at}`} icon="cross" label={t("choice.remove", { number: at + 1 })} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {fixed ? null : <div><StepButton intent="add-choice" icon="plus" label={t("choice.add")}>{t("choice.add")}</StepButton></div>}
    </fieldset>
  );
}

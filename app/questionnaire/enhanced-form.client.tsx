import { Button } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { QuestionFileModel } from "survey-core";
import { ReactQuestionFactory, Survey } from "survey-react-ui";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { fromSurveyData } from "./answers.ts";
import { ConflictChoice } from "./conflict-choice.tsx";
import classes from "./enhanced-form.module.css";
import { EvidenceContext, type EvidenceAccess } from "./evidence-context.ts";
import { EvidenceQuestion } from "./evidence-question.tsx";
import { listElements } from "./elements.ts";
import { questionOf } from "./evidence-slots.ts";
import { countBySlot, type EnhancedFormProps } from "./form-props.ts";
import { PageSteps } from "./page-steps.tsx";
import { presentQuestionnaire, type PlainQuestion } from "./present.ts";
import { progressOf } from "./progress.ts";
import { SaveStatus } from "./save-status.tsx";
import { checkShape } from "./shape.ts";
import { asFileValue, createModel, questionInAddress, showProblem, showQuestion } from "./survey-model.client.ts";
import { adoptSurveyStyles } from "./survey-styles.client.ts";
import { useAutosave } from "./use-autosave.ts";

ReactQuestionFactory.Instance.registerQuestion("file", (props: unknown) => {
  const { question } = props as { question: QuestionFileModel }; // the types say a name, the library gives the props
  return <EvidenceQuestion slot={question.name} title={question.title} locked={question.isReadOnly} />;
});

/** The form that saves by itself: SurveyJS inside, our own pages, status, evidence and choices around it. Browser only. */
export function EnhancedForm({ frozen, answers, typed, focused, evidence: given, language, locked, saveUrl, uploadUrl, removeUrl, errors = {}, onComplete, startAt = null, trial = false }: EnhancedFormProps) {
  const { t } = useTranslation("questionnaire");
  adoptSurveyStyles();
  const lockedSlots = useMemo(() => listElements(frozen.survey).map(({ name }) => name).filter((name) => locked.includes(name) || locked.includes(questionOf(name))), [locked, frozen]);
  const [model] = useState(() => createModel({ frozen, answers, evidence: given, language, locked: lockedSlots, words: { optional: t("optional"), outOfRange: t("problem.out-of-range"), comment: t("commentLabel") } }));
  const [evidence, setEvidence] = useState(given);
  const [current, setCurrent] = useState(answers);
  const [pageName, setPageName] = useState(() => String(model.currentPage?.name ?? ""));
  const versions = useMemo(() => Object.fromEntries(Object.entries(answers).map(([name, { version }]) => [name, version])), [answers]);
  const { autosave, state } = useAutosave(saveUrl, versions);
  const quiet = useRef(false);
  const unfit = useRef(new Map<string, string>());
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const onValue = (_: unknown, { name }: { name: string }) => {
      const question = name.replace(/-Comment$/, "");
      const read = fromSurveyData(frozen, model.data as Record<string, unknown>);
      setCurrent(Object.fromEntries(Object.entries(read).map(([key, answer]) => [key, { ...answer, version: 0 }])));
      if (quiet.current || model.getQuestionByName(question)?.getType() === "file") return;
      const answer = read[question] ?? { value: null, comment: null };
      const element = listElements(frozen.survey).find((one) => one.name === question);
      const wrong = element && checkShape(element, answer.value); // half a date, half an address: not yet worth saving
      if (wrong) return void unfit.current.set(question, wrong);
      if (unfit.current.delete(question)) showProblem(model, question, "");
      autosave.current?.change(question, answer);
    };
    const onPage = () => setPageName(String(model.currentPage?.name ?? ""));
    const onCompleting = (_: unknown, options: { allow: boolean }) => {
      options.allow = false;
      void autosave.current?.flush().then(() => (autosave.current?.isUnsaved() ? undefined : onComplete()));
    };
    model.onValueChanged.add(onValue);
    model.onCurrentPageChanged.add(onPage);
    model.onCompleting.add(onCompleting);
    return () => {
      model.onValueChanged.remove(onValue);
      model.onCurrentPageChanged.remove(onPage);
      model.onCompleting.remove(onCompleting);
    };
  }, [model, frozen, autosave, onComplete]);

  const apply = (question: string, { value, comment }: { value: unknown; comment: string | null }, save: boolean) => {
    quiet.current = !save;
    model.setValue(question, value ?? undefined);
    model.setComment(question, comment ?? "");
    quiet.current = false;
  };

  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    Object.entries(typed).forEach(([question, answer]) => apply(question, answer, true));
    if (startAt) showQuestion(model, startAt, false);
    const asked = focused ?? questionInAddress();
    if (asked) showQuestion(model, asked, true);
    Object.entries(errors).forEach(([question, message]) => showProblem(model, question, message));
  });

  useEffect(() => {
    const follow = () => void (questionInAddress() && showQuestion(model, String(questionInAddress()), true));
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [model]);

  const shown = useRef<string[]>([]);
  useEffect(() => {
    const refused = Object.entries(state.refused);
    shown.current.filter((name) => !(name in state.refused)).forEach((name) => showProblem(model, name, ""));
    shown.current = refused.map(([name]) => name);
    refused.forEach(([name, { message, code }]) => showProblem(model, name, message ?? t(`problem.${code}`, { defaultValue: t("problem.rule") })));
  }, [state.refused, model, t]);

  const access = useMemo<EvidenceAccess>(() => ({
    uploadUrl,
    removeUrl,
    filesOf: (slot) => evidence[slot] ?? [],
    setFiles: (slot, change) => setEvidence((all) => ({ ...all, [slot]: change(all[slot] ?? []) })),
  }), [uploadUrl, removeUrl, evidence]);
  useEffect(() => {
    quiet.current = true;
    for (const [slot, files] of Object.entries(evidence)) {
      if ((model.getValue(slot)?.length ?? 0) !== files.length) model.setValue(slot, asFileValue(files));
    }
    quiet.current = false;
  }, [evidence, model]);

  const counts = countBySlot(evidence);
  const plain = presentQuestionnaire(frozen, language, current, counts);
  const progress = progressOf(frozen, current, counts);
  const steps = plain.pages.filter(({ visible }) => visible).map(({ name, title }) => {
    const page = frozen.survey.pages.filter((one) => one.name === name);
    return { name, title, missing: progressOf({ ...frozen, survey: { ...frozen.survey, pages: page } }, current, counts).required };
  });
  const place = Math.max(0, steps.findIndex(({ name }) => name === pageName));
  const onLeave = () => {
    void autosave.current?.flush();
    unfit.current.forEach((code, question) => showProblem(model, question, t(`problem.${code}`)));
  };
  const go = (name: string | undefined) => {
    if (!name) return;
    void autosave.current?.flush();
    model.currentPage = model.getPageByName(name);
    root.current?.scrollIntoView({ block: "start" });
    root.current?.focus({ preventScroll: true });
  };

  return (
    <div className={classes.form} onBlur={onLeave}>
      <div className={classes.top}>
        <ProgressBar done={progress.answered} total={progress.total} label={t("progressLabel")} text={t("progress", { done: progress.answered, total: progress.total })} />
        {trial ? null : <SaveStatus state={state} onRetry={() => autosave.current?.again()} />}
      </div>
      {steps.length > 1 ? <PageSteps steps={steps} current={pageName} onGo={go} /> : null}
      {state.conflicts.length > 0 ? <div className={classes.conflicts}>{state.conflicts.map((conflict) => {
        const question = plain.pages.flatMap(({ items }) => items).find((item): item is PlainQuestion => item.name === conflict.question && item.type !== "file");
        const choose = (choice: "mine" | "theirs") => {
          const answer = autosave.current?.resolve(conflict.question, choice);
          if (answer) apply(conflict.question, answer, false);
        };
        return question ? <ConflictChoice key={conflict.question} conflict={conflict} question={question} onChoose={choose} /> : null;
      })}</div> : null}
      <div ref={root} tabIndex={-1} className={classes.survey}>
        <EvidenceContext.Provider value={access}><Survey model={model} /></EvidenceContext.Provider>
      </div>
      <div className={classes.buttons}>
        {place > 0 ? <Button type="button" variant="default" onClick={() => go(steps[place - 1]?.name)}>{t("previous")}</Button> : null}
        {place < steps.length - 1
          ? <Button type="button" onClick={() => go(steps[place + 1]?.name)}>{t("next")}</Button>
          : <Button type="button" onClick={() => model.tryComplete()}>{t("complete")}</Button>}
      </div>
    </div>
  );
}

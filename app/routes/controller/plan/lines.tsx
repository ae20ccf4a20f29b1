import { Button } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LoadedPlan } from "#app/agreement/plan/load-plan.server.ts";
import { INTERVALS } from "#app/agreement/plan/plan-form.ts";
import type { OwnChoice } from "#app/questionnaire/builder/list-choices.server.ts";
import { paths } from "#app/paths.ts";
import { typedIn } from "#app/routes/shared/refused.ts";
import type { Refused } from "#app/routes/shared/refused.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { DueDate } from "#app/ui/due-date.tsx";
import { LongTextField, SelectField, TextField } from "#app/ui/field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { useLanguage } from "#app/ui/use-language.ts";
import classes from "./agreement-plan.module.css";
import { useInterval } from "./use-interval.ts";

type Line = LoadedPlan["lines"][number];
type Props = { plan: LoadedPlan; questionnaires: readonly OwnChoice[]; returned?: Refused; suggested: number | null };

/** The lines of a plan, each with its own interval and next day, and the ways to change them. */
export function Lines({ plan, questionnaires, returned, suggested }: Props) {
  const { t } = useTranslation("plan");
  const format = useFormat();
  const every = useInterval();
  const columns: Column<Line>[] = [
    { key: "what", header: t("lines.what"), cell: (line) => <What line={line} questionnaires={questionnaires} /> },
    { key: "interval", header: t("lines.interval"), cell: ({ kind, intervalMonths }) => (kind === "extra" ? t("every.once") : every(intervalMonths)) },
    { key: "next", header: t("lines.next"), cell: ({ nextDueOn }) => (nextDueOn === null ? t("every.none") : <DueDate on={nextDueOn} today={plan.today} />) },
    { key: "last", header: t("lines.last"), cell: ({ lastOn }) => (lastOn === null ? <span className="quiet">{t("lines.never")}</span> : format.date(lastOn)) },
    ...(plan.may ? [{ key: "actions", header: t("lines.actions"), quiet: true, cell: (line: Line) => <Actions line={line} plan={plan} questionnaires={questionnaires} returned={returned} suggested={suggested} /> }] : []),
  ];
  return (
    <Panel title={t("lines.title")} lead={t("lines.lead")} flush>
      <DataTable caption={t("lines.title")} columns={columns} rows={plan.lines} rowKey={({ id }) => id} />
    </Panel>
  );
}

/** What is asked: the concept, under 6 by whose questionnaire, and why the day is another than its interval says. */
function What({ line: { concept, kind, reason, ownQuestionnaireId }, questionnaires }: { line: Line; questionnaires: readonly OwnChoice[] }) {
  const { t } = useTranslation("plan");
  const name = useChoiceName();
  const own = questionnaires.find(({ id }) => id === ownQuestionnaireId);
  return (
    <>
      <ConceptBadge concept={concept} />
      <span className={classes.note}>{t(`kind.${kind}`)}{reason === "" ? null : ` · ${reason}`}</span>
      {concept === 6 ? <span className={classes.note}>{own ? <>{name(own)}{own.gone ? ` ${t("own.gone")}` : null}</> : t("own.portal")}</span> : null}
    </>
  );
}

function useChoiceName() {
  const language = useLanguage();
  return ({ title }: OwnChoice) => (language === "en" ? title.en : title.da);
}

function Actions({ line, plan, questionnaires, returned, suggested }: { line: Line } & Props) {
  const { t } = useTranslation("plan");
  const every = useInterval();
  const name = useChoiceName();
  const { id, version, kind, intervalMonths, nextDueOn } = line;
  const mine = returned?.typed.lineId?.[0] === id ? returned : undefined;
  const [editing, removing] = [mine?.typed.intent?.[0] === "edit", mine?.typed.intent?.[0] === "remove"];
  const typed = typedIn(editing ? mine : undefined);
  const opens = plan.agreement.concept !== null && !plan.underWay && line.concept > 1;
  const offered = [...new Set([...INTERVALS, ...(intervalMonths === null ? [] : [intervalMonths])])].sort((one, other) => one - other);
  return (
    <span className={classes.actions}>
      {opens ? <Button component={Link} to={paths.supervisionFromLine(plan.agreement.id, line)} size="xs" variant="default" aria-label={t("lines.openLabel", { concept: t(`words:concept.short.${line.concept}`) })}>{t("lines.open")}</Button> : null}
      <details className={classes.edit} open={editing || undefined} key={version}>
        <summary>{t("edit.open")}</summary>
        <Form method="post" noValidate className={classes.fields}>
          <input type="hidden" name="lineId" value={id} />
          <input type="hidden" name="version" value={version} />
          {kind === "extra" ? null : (
            <SelectField name="intervalMonths" label={t("edit.interval")} errors={editing ? mine?.errors : undefined} defaultValue={typed("intervalMonths", intervalMonths === null ? "none" : String(intervalMonths))}
              data={[...offered.map((months) => ({ value: String(months), label: every(months) })), { value: "none", label: every(null) }]} id={`interval-${id}`} />
          )}
          <TextField name="nextDueOn" type="date" label={t("edit.next")} hint={kind === "extra" ? undefined : t("edit.nextHint")} errors={editing ? mine?.errors : undefined} required={false} defaultValue={typed("nextDueOn", nextDueOn ?? "")} id={`next-${id}`} />
          {line.concept === 6 ? (
            <SelectField name="ownQuestionnaireId" label={t("own.label")} hint={questionnaires.length === 0 ? t("own.none") : t("own.hint")} required={false} errors={editing ? mine?.errors : undefined} defaultValue={typed("ownQuestionnaireId", line.ownQuestionnaireId ?? "")} id={`own-${id}`}
              data={[{ value: "", label: t("own.portal") }, ...questionnaires.filter((one) => !one.gone || one.id === line.ownQuestionnaireId).map((one) => ({ value: one.id, label: one.gone ? `${name(one)} (${t("own.archived")})` : name(one) }))]} />
          ) : null}
          {kind === "extra" ? null : <LongTextField name="reason" label={t("edit.reason")} hint={t("edit.reasonHint", { suggested: every(suggested).toLocaleLowerCase() })} errors={editing ? mine?.errors : undefined} required={false} rows={3} maxLength={4000} defaultValue={typed("reason", kind === "primary" ? plan.plan.reason : "")} id={editing ? undefined : `reason-${id}`} />}
          <div><SubmitButton size="xs" intent="edit">{t("edit.save")}</SubmitButton></div>
        </Form>
      </details>
      {kind === "primary" ? null : (
        <ConfirmButton label={t("remove.open")} question={t(kind === "extra" ? "remove.extra" : "remove.question")} confirm={t("remove.confirm")} intent="remove" fields={{ lineId: id, version: String(version) }} danger compact>
          <LongTextField name="reason" label={t("remove.reason")} errors={removing ? mine?.errors : undefined} required={kind === "extra"} rows={2} maxLength={4000} id={`remove-${id}`} />
        </ConfirmButton>
      )}
    </span>
  );
}

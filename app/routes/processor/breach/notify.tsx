import { Checkbox, Stack, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isFound } from "#app/supervision/breach/is-found.ts";
import type { LoadedOwnBreach, ToldController } from "#app/supervision/breach/load-own-breach.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { fieldId } from "#app/ui/field-error.ts";
import { TickField } from "#app/ui/field.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import type { BreachRefused } from "./act.server.ts";
import classes from "./breach.module.css";

/** From so many on, the list can be searched and ticked as a whole. */
const MANY = 8;

/** Whom to tell: those told before are ticked when the register says more by now. */
export function NotifyPanel({ breach, query, refused }: { breach: LoadedOwnBreach; query: string; refused: BreachRefused | null }) {
  const { t } = useTranslation("breach");
  const { controllers, version } = breach;
  const shown = controllers.filter(({ name }) => isFound(name, query));
  if (controllers.length === 0) return <Panel title={t("notify.title")}><EmptyState icon="organisation" title={t("notify.nobody")}>{t("notify.nobodyText")}</EmptyState></Panel>;
  return (
    <Panel title={t("notify.title")} lead={t("notify.lead")}>
      {controllers.length > MANY ? <FilterBar active={query !== ""}><TextInput name="q" type="search" label={t("notify.search")} defaultValue={query} /></FilterBar> : null}
      {shown.length === 0 ? <p className={classes.quiet}>{t("notify.noneFound")}</p> : (
        <Form method="post" noValidate key={`${version} ${query}`}>
          <Stack gap="md" maw="40rem">
            <FormErrorSummary errors={refused?.errors} />
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="q" value={query} />
            <fieldset id={fieldId("controller")} className={classes.group} tabIndex={-1}>
              <legend className={classes.heading}>{t("notify.who")}</legend>
              {shown.length > 1 ? <Checkbox name="everybody" value="yes" label={t(query === "" ? "notify.everybody" : "notify.everybodyFound", { count: shown.length })} defaultChecked={refused?.typed.everybody !== undefined} /> : null}
              <ul className={classes.controllers}>{shown.map((one) => <li key={one.id}><Pick controller={one} refused={refused} /></li>)}</ul>
            </fieldset>
            <TickField name="reviewed" label={t("notify.reviewed")} errors={refused?.errors} />
            <div><SubmitButton intent="notify">{t("notify.submit")}</SubmitButton></div>
          </Stack>
        </Form>
      )}
    </Panel>
  );
}

function Pick({ controller: { id, name, lastAt, behind }, refused }: { controller: ToldController; refused: BreachRefused | null }) {
  const { t } = useTranslation("breach");
  const format = useFormat();
  const state = lastAt === null ? t("notify.never") : t(behind ? "notify.behind" : "notify.upToDate", { at: format.dateTime(lastAt) });
  return <Checkbox name="controller" value={id} label={name} description={state} defaultChecked={refused ? refused.typed.controller?.includes(id) : behind} />;
}

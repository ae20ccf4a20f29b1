import { NativeSelect } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { ClockWords, toneOf } from "#app/routes/controller/breach/clock-words.tsx";
import type { ReconciledRow, ReconciliationView, RegisteredView } from "#app/supervision/breach/present-reconciliation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./reconciliation.module.css";

/** Breaches disclosed in the answer beside those of the register, and what makes them one. */
export function Reconciliation({ view, working }: { view: ReconciliationView; working: boolean }) {
  const { t } = useTranslation("breach");
  return (
    <Panel title={t("reconcile.title")} lead={t("reconcile.lead")} flush>
      <DataTable
        caption={t("reconcile.title")} rows={view.rows} rowKey={({ disclosed, registered }) => disclosed?.ref ?? registered?.record ?? ""}
        columns={[
          { key: "disclosed", header: t("reconcile.disclosed"), names: true, cell: (row) => <Disclosed row={row} /> },
          { key: "registered", header: t("reconcile.registered"), cell: (row) => (row.registered ? <Registered one={row.registered} /> : t("reconcile.none")) },
          { key: "status", header: t("reconcile.status"), cell: (row) => <Status row={row} candidates={view.candidates} /> },
          ...(working ? [{ key: "action", header: t("reconcile.action"), quiet: true, cell: (row: ReconciledRow) => <Act row={row} candidates={view.candidates} /> }] : []),
        ]}
      />
    </Panel>
  );
}

function Disclosed({ row: { disclosed } }: { row: ReconciledRow }) {
  const { t } = useTranslation("breach");
  const format = useFormat();
  if (!disclosed) return <span className={classes.quiet}>{t("reconcile.undisclosed")}</span>;
  const { what, discoveredOn, notifiedOn } = disclosed;
  return (
    <>
      {what.length > 140 ? `${what.slice(0, 140)}…` : what}
      <span className={classes.quiet}>{[discoveredOn ? t("reconcile.discovered", { date: format.date(discoveredOn) }) : "", notifiedOn ? t("reconcile.claimed", { date: format.date(notifiedOn) }) : t("reconcile.notClaimed")].filter(Boolean).join(" · ")}</span>
    </>
  );
}

function Registered({ one: { record, title, awareOn, notifiedOn, clock } }: { one: RegisteredView }) {
  const { t } = useTranslation("breach");
  const format = useFormat();
  return (
    <>
      <Link to={paths.breach(record)}>{title}</Link>
      <span className={classes.quiet}>{t("reconcile.discovered", { date: format.date(awareOn) })} · {notifiedOn ? t("reconcile.notified", { date: format.date(notifiedOn) }) : t("reconcile.never")}</span>
      {clock && clock.state === "late" ? <Mark tone={toneOf(clock)}><ClockWords clock={clock} /></Mark> : null}
    </>
  );
}

function Status({ row: { disclosed, registered, suggested }, candidates }: { row: ReconciledRow; candidates: readonly RegisteredView[] }) {
  const { t } = useTranslation("breach");
  const likely = candidates.find(({ record }) => record === suggested);
  if (disclosed && registered) return <Mark tone={registered.notifiedOn ? "ok" : "late"}>{registered.notifiedOn ? t("reconcile.matched") : t("reconcile.never")}</Mark>;
  if (registered) return <Mark tone="soon">{t("reconcile.undisclosed")}</Mark>;
  return <><Mark tone="late">{t("reconcile.unnotified")}</Mark>{likely ? <span className={classes.quiet}>{t("reconcile.maybe", { title: likely.title })}</span> : null}</>;
}

function Act({ row: { disclosed, registered, suggested }, candidates }: { row: ReconciledRow; candidates: readonly RegisteredView[] }) {
  const { t } = useTranslation("breach");
  if (!disclosed) return null;
  if (registered) {
    return (
      <Form method="post">
        <input type="hidden" name="record" value={registered.record} />
        <SubmitButton intent="unmatch-breach" variant="default" size="compact-sm">{t("reconcile.unmatch")}</SubmitButton>
      </Form>
    );
  }
  return (
    <div className={classes.act}>
      {candidates.length > 0 ? (
        <Form method="post" className={classes.match}>
          <input type="hidden" name="ref" value={disclosed.ref} />
          <NativeSelect name="record" size="xs" aria-label={t("reconcile.choose")} defaultValue={suggested ?? undefined} data={candidates.map(({ record, ref }) => ({ value: record, label: ref }))} />
          <SubmitButton intent="match-breach" size="compact-sm">{t("reconcile.match")}</SubmitButton>
        </Form>
      ) : null}
      <Form method="post">
        <input type="hidden" name="ref" value={disclosed.ref} />
        <SubmitButton intent="register-breach" variant="default" size="compact-sm" aria-label={t("reconcile.registerOf", { what: disclosed.ref })}>{t("reconcile.register")}</SubmitButton>
      </Form>
    </div>
  );
}

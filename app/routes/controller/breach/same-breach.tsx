import { Stack } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { LoadedBreach, OtherRecord } from "#app/supervision/breach/load-breach.server.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import type { RecordRefused } from "./act.server.ts";
import classes from "./breach.module.css";

type Props = { breach: LoadedBreach; refused: RecordRefused | null };

/** On a record that counts elsewhere: where, and the way back. */
export function CountsElsewhere({ breach, refused }: Props) {
  const { t } = useTranslation("breach");
  const { sameAs, id, mayPart } = breach;
  if (!sameAs) return null;
  return (
    <>
      {refused ? <Notice tone="late" role="alert" title={refused.errors[""]} /> : null}
      <Notice tone="wait" title={t("same.elsewhere")}>
        <p>{t("same.elsewhereText")} <Link to={paths.breach(sameAs.id)}>{sameAs.title}</Link></p>
        {mayPart ? <Part foldedId={id} /> : null}
      </Notice>
    </>
  );
}

/** Which other records are this same breach, and whether another one is. */
export function SameBreach({ breach, refused }: Props) {
  const { t } = useTranslation("breach");
  const format = useFormat();
  const { folded, others, version, may } = breach;
  const back = refused?.intent === "merge" ? refused : null;
  const offered = may ? others : [];
  if (folded.length === 0 && offered.length === 0) return null;
  const said = ({ title, source, awareAt }: OtherRecord) => t("same.option", { title, source: t(`sourceShort.${source}`), at: format.date(awareAt) });
  const form = offered.length === 0 ? null : (
    <Form method="post" noValidate className={classes.form}>
      <Stack gap="md">
        <FormErrorSummary errors={back?.errors} />
        <input type="hidden" name="version" value={version} />
        <SelectField name="otherId" label={t("same.other")} hint={t("same.otherHint")} errors={back?.errors} defaultValue={back?.typed.otherId ?? ""} data={[{ value: "", label: t("same.choose") }, ...offered.map((one) => ({ value: one.id, label: said(one) }))]} />
        <div><SubmitButton intent="merge">{t("same.submit")}</SubmitButton></div>
      </Stack>
    </Form>
  );
  return (
    <Panel title={t("same.title")} lead={folded.length > 0 ? t("same.lead") : undefined}>
      {folded.length > 0 ? (
        <ul className={classes.folded}>
          {folded.map((one) => <li key={one.id}><span><Link to={paths.breach(one.id)}>{one.title}</Link><span className={classes.quiet}>{t(`source.${one.source}`)} · {format.dateTime(one.awareAt)}</span></span>{may ? <Part foldedId={one.id} /> : null}</li>)}
        </ul>
      ) : null}
      {form ? <details key={version} className={classes.fold} open={back !== null || undefined}><summary>{t(folded.length > 0 ? "same.another" : "same.open")}</summary>{form}</details> : null}
    </Panel>
  );
}

function Part({ foldedId }: { foldedId: string }) {
  const { t } = useTranslation("breach");
  return <ConfirmButton intent="part" compact label={t("same.part")} question={t("same.partAsk")} confirm={t("same.part")} fields={{ foldedId }} />;
}

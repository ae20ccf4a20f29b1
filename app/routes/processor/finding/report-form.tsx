import { Stack } from "@mantine/core";
import { Form, useRevalidator } from "@remix-run/react";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { paths, streamedPaths } from "#app/paths.ts";
import { EvidenceContext } from "#app/questionnaire/evidence-context.ts";
import { EvidenceQuestion } from "#app/questionnaire/evidence-question.tsx";
import type { EvidenceFile } from "#app/questionnaire/form-props.ts";
import { PlainEvidenceFields, PlainEvidenceForms } from "#app/questionnaire/plain-evidence.tsx";
import type { PlainEvidence } from "#app/questionnaire/present.ts";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { LongTextField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./finding.module.css";

type Props = { supervisionId: string; place: string; files: readonly EvidenceFile[]; refused: { errors: FieldErrors; body: string } | null };

/** Reports the measure done: what was done, and the files that show it. Files come first by themselves; the report takes them along. */
export function ReportForm({ supervisionId, place, files, refused }: Props) {
  const { t } = useTranslation("finding");
  const [enhanced, setEnhanced] = useState(false);
  useEffect(() => setEnhanced(true), []);
  const urls = { uploadUrl: streamedPaths.upload(supervisionId), removeUrl: paths.answers(supervisionId) };
  const slot: PlainEvidence = { name: place, type: "file", question: null, title: t("report.files"), description: t("report.filesHint"), required: false, asked: false, visible: true, conditional: false, files: files.length };
  return (
    <Panel title={t("report.title")} lead={t("report.lead")}>
      <Stack gap="md" maw="40rem">
        <FormErrorSummary errors={refused?.errors ?? null} />
        <Form method="post">
          <Stack gap="md">
            <LongTextField name="body" label={t("report.body")} hint={t("report.bodyHint")} errors={refused?.errors} rows={5} maxLength={10000} defaultValue={refused?.body ?? ""} />
            {enhanced
              ? <div><h3 className={classes.label}>{t("report.files")}</h3><p className="quiet">{t("report.filesHint")}</p><Files place={place} files={files} {...urls} /></div>
              : <PlainEvidenceFields slot={slot} files={files} error={undefined} locked={false} />}
            <div><SubmitButton>{t("report.do")}</SubmitButton></div>
          </Stack>
        </Form>
        {enhanced ? null : <PlainEvidenceForms slots={[slot]} evidence={() => files} {...urls} />}
      </Stack>
    </Panel>
  );
}

/** The files with drag and drop; what has come and gone is read again from the server, so that the report is sent with what stands here. */
function Files({ place, files, uploadUrl, removeUrl }: { place: string; files: readonly EvidenceFile[]; uploadUrl: string; removeUrl: string }) {
  const { t } = useTranslation("finding");
  const [standing, setStanding] = useState(files);
  const { revalidate } = useRevalidator();
  useEffect(() => setStanding(files), [files]);
  const access = useMemo(() => ({
    uploadUrl, removeUrl, filesOf: () => standing,
    setFiles: (_slot: string, change: (files: readonly EvidenceFile[]) => readonly EvidenceFile[]) => { setStanding(change); revalidate(); },
  }), [uploadUrl, removeUrl, standing, revalidate]);
  return <EvidenceContext.Provider value={access}><EvidenceQuestion slot={place} title={t("report.files")} locked={false} /></EvidenceContext.Provider>;
}

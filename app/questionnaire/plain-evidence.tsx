import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FileRow } from "#app/ui/file-row.tsx";
import type { EvidenceFile } from "./form-props.ts";
import classes from "./plain-form.module.css";
import type { PlainEvidence } from "./present.ts";
import { placeUrl } from "./upload-file.ts";

type Props = { slot: PlainEvidence; files: readonly EvidenceFile[]; error: string | undefined; locked: boolean };

const uploadForm = (slot: string) => `upload-${slot}`;
const removeForm = (file: string) => `remove-${file}`;

/** A place for evidence without JavaScript. Its buttons belong to forms of their own (PlainEvidenceForms), for forms cannot be nested. */
export function PlainEvidenceFields({ slot, files, error, locked }: Props) {
  const { t } = useTranslation("questionnaire");
  const form = uploadForm(slot.name);
  const [input, hint] = [`file-${slot.name}`, `file-${slot.name}-hint`];
  return (
    <div className={classes.evidence} id={`question-${slot.name}`}>
      <label htmlFor={input} className={classes.evidenceTitle}>
        {slot.title} {slot.asked ? null : <span className={classes.optional}>({t("optional")})</span>}
      </label>
      <p className={classes.hint} id={hint}>{[slot.description, t("evidence.kinds")].filter(Boolean).join(" ")}</p>
      {error ? <p className={classes.error}>{error}</p> : null}
      {files.map((file) => (
        <FileRow
          key={file.id} name={file.name} size={file.size} sha256={file.sha256} href={file.href ?? undefined}
          actions={locked ? null : <Button type="submit" form={removeForm(file.id)} variant="subtle" size="compact-sm" aria-label={t("evidence.removeFile", { name: file.name })}>{t("evidence.remove")}</Button>}
        />
      ))}
      {locked ? <p className={classes.locked}>{t("locked")}</p> : (
        <div className={classes.upload}>
          <input id={input} type="file" name="file" form={form} aria-describedby={hint} />
          <Button type="submit" form={form} variant="default">{t("evidence.upload")}</Button>
        </div>
      )}
    </div>
  );
}

/** The forms that the fields above belong to; put them beside the form of the answers. */
export function PlainEvidenceForms({ slots, evidence, uploadUrl, removeUrl }: { slots: readonly PlainEvidence[]; evidence: (slot: string) => readonly EvidenceFile[]; uploadUrl: string; removeUrl: string }) {
  return slots.map(({ name }) => (
    <div key={name} hidden>
      <form id={uploadForm(name)} method="post" action={placeUrl(uploadUrl, name)} encType="multipart/form-data">
        <input type="hidden" name="question" value={name} />
      </form>
      {evidence(name).map(({ id }) => (
        <form key={id} id={removeForm(id)} method="post" action={removeUrl}>
          <input type="hidden" name="intent" value="remove-evidence" />
          <input type="hidden" name="evidence" value={id} />
        </form>
      ))}
    </div>
  ));
}

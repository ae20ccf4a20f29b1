import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FileRow } from "#app/ui/file-row.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { useEvidenceAccess } from "./evidence-context.ts";
import classes from "./evidence-question.module.css";
import { UploadRow } from "./upload-row.tsx";
import { useUploads } from "./use-uploads.ts";

type Props = { slot: string; title: string; locked: boolean };

/** A place for evidence: drop or choose files, watch them go up, see what is there, remove what was wrong. */
export function EvidenceQuestion({ slot, title, locked }: Props) {
  const { t } = useTranslation("questionnaire");
  const { filesOf, setFiles, uploadUrl, removeUrl } = useEvidenceAccess();
  const { uploads, start, cancel, again, dismiss } = useUploads({ slot, url: uploadUrl, onUploaded: (file) => setFiles(slot, (files) => [...files, file]) });
  const [said, setSaid] = useState("");
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const files = filesOf(slot);

  const remove = async (id: string, name: string) => {
    const response = await fetch(removeUrl, { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify({ intent: "remove-evidence", evidence: id }) }).catch(() => null);
    if (!response?.ok) return setSaid(t("evidence.removeFailed", { name }));
    setFiles(slot, (kept) => kept.filter((file) => file.id !== id));
    setSaid(t("evidence.removed", { name }));
    input.current?.focus();
  };

  return (
    <div>
      {files.map((file) => (
        <FileRow
          key={file.id} name={file.name} size={file.size} sha256={file.sha256} href={file.href ?? undefined}
          actions={locked ? null : (
            <Button type="button" variant="subtle" size="compact-sm" aria-label={t("evidence.removeFile", { name: file.name })} onClick={() => void remove(file.id, file.name)}>{t("evidence.remove")}</Button>
          )}
        />
      ))}
      {uploads.map((upload) => <UploadRow key={upload.key} upload={upload} onCancel={() => cancel(upload.key)} onAgain={() => again(upload.key)} onDismiss={() => dismiss(upload.key)} />)}
      {locked ? (files.length === 0 ? <p className={classes.quiet}>{t("evidence.none")}</p> : null) : (
        <div
          className={classes.drop}
          data-over={over || undefined}
          onDragOver={(event) => { event.preventDefault(); setOver(true); }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => { event.preventDefault(); setOver(false); start([...event.dataTransfer.files]); }}
        >
          <label className={classes.choose}>
            <Icon name="upload" size={18} />
            <span>{t("evidence.choose")}<span className="visually-hidden">: {title}</span></span>
            <input
              ref={input} type="file" multiple className="visually-hidden" aria-describedby={`kinds-${slot}`}
              onChange={(event) => { start([...(event.currentTarget.files ?? [])]); event.currentTarget.value = ""; }}
            />
          </label>
          <p className={classes.quiet} id={`kinds-${slot}`}>{t("evidence.drop")} {t("evidence.kinds")}</p>
        </div>
      )}
      <p role="status" className="visually-hidden">{said}</p>
    </div>
  );
}

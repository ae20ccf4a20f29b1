import { useTranslation } from "react-i18next";
import type { EvidenceFile } from "#app/questionnaire/form-props.ts";
import { FileRow } from "#app/ui/file-row.tsx";
import classes from "./inbox.module.css";

/** The files of one place, to read and download. */
export function HandedInFiles({ files }: { files: readonly EvidenceFile[] }) {
  const { t } = useTranslation("questionnaire");
  if (files.length === 0) return <p className={classes.none}>{t("evidence.none")}</p>;
  return files.map(({ id, name, size, sha256, href }) => <FileRow key={id} name={name} size={size} sha256={sha256} href={href ?? undefined} />);
}

import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LoadedVersions, VersionView } from "#app/agreement/load-versions.server.ts";
import { streamedPaths } from "#app/paths.ts";
import { Icon } from "#app/ui/icon.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./contract.module.css";
import { VersionChange, labelOfContent } from "./version-change.tsx";

/** One version: who signed it and when, what it changed, and the signed contract. */
export function VersionItem({ version, may, processors, newest }: { version: VersionView; may: boolean; processors: LoadedVersions["processors"]; newest: boolean }) {
  const { t } = useTranslation("agreement");
  const format = useFormat();
  const { id, number, label, signedOn, signedForController, signedForProcessor, changes, file, change } = version;
  const signed = [signedForController && t("contract.forUs", { name: signedForController }), signedForProcessor && t("contract.forThem", { name: signedForProcessor })].filter(Boolean).join(", ");
  return (
    <li className={classes.version}>
      <div className={classes.versionHead}>
        <h3>{t("contract.number", { number })}{label ? <span className={classes.dim}> {t("contract.label", { label })}</span> : null}</h3>
        {newest ? <span className={classes.dim}>{t("contract.newest")}</span> : null}
      </div>
      <p>{signedOn ? t("contract.signedOn", { date: format.date(signedOn) }) : t("contract.notSigned")}{signed ? ` ${signed}.` : null}</p>
      {changes ? <p className={classes.pre}>{changes}</p> : null}
      <p className={classes.dim}>{t("contract.recorded", { name: version.recordedByName, date: format.date(version.recordedAt) })}</p>
      {change && change.fields.length > 0 ? (
        <details className={classes.more} open={newest}>
          <summary>{t("contract.changed", { count: change.fields.length })}: {change.fields.map((field) => labelOfContent(t, field)).join(", ")}</summary>
          <VersionChange change={change} processors={processors} captions={{ before: t("contract.number", { number: number - 1 }), after: t("contract.number", { number }) }} />
        </details>
      ) : change ? <p className={classes.dim}>{t("contract.sameContent")}</p> : null}
      {file ? (
        <p><a href={streamedPaths.contract(id)} download className={classes.file}><Icon name="download" size={16} /> {file.name}</a> <span className={classes.dim}>{format.bytes(file.size)}</span></p>
      ) : may ? <FileForm versionId={id} number={number} /> : <p className={classes.dim}>{t("contract.noFile")}</p>}
    </li>
  );
}

/** Hands the signed contract in; a plain form, since the file is streamed past the pages. */
function FileForm({ versionId, number }: { versionId: string; number: number }) {
  const { t } = useTranslation("agreement");
  return (
    <form method="post" encType="multipart/form-data" action={streamedPaths.contract(versionId)} className={classes.upload}>
      <label htmlFor={`file-${versionId}`}>{t("contract.file")}<span className="visually-hidden"> {t("contract.number", { number })}</span></label>
      <input id={`file-${versionId}`} type="file" name="file" required accept=".pdf,.docx,.png,.jpg,.jpeg" />
      <Button type="submit" variant="default" size="xs" leftSection={<Icon name="upload" size={14} />}>{t("contract.upload")}</Button>
    </form>
  );
}

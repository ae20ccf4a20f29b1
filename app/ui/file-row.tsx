import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "./copy-button.tsx";
import classes from "./file-row.module.css";
import { Icon } from "./icon.tsx";
import { useFormat } from "./use-format.ts";

type Props = {
  name: string;
  /** Bytes. */
  size: number;
  /** Hexadecimal; shown shortened, copied whole. */
  sha256: string;
  /** Where it is downloaded; without it the file is only named. */
  href?: string;
  meta?: ReactNode;
  actions?: ReactNode;
};

/** A file: its name, size and checksum. */
export function FileRow({ name, size, sha256, href, meta, actions }: Props) {
  const { t } = useTranslation("frame");
  const format = useFormat();
  return (
    <div className={classes.file}>
      <Icon name="file" size={20} className={classes.icon} />
      <div className={classes.words}>
        <p className={classes.name}>
          {href ? <a href={href} download aria-label={t("download", { name })}>{name}</a> : name}
        </p>
        <p className={classes.meta}>
          <span>{format.bytes(size)}</span>
          <span className={classes.checksum}>
            <span className="visually-hidden">{t("checksum")}: </span>
            <code title={sha256}>{sha256.slice(0, 8)}…{sha256.slice(-4)}</code>
            <CopyButton text={sha256} what={`${t("checksum")}, ${name}`} />
          </span>
          {meta}
        </p>
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </div>
  );
}

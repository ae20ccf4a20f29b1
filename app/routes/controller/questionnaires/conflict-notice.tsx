import { Button } from "@mantine/core";
import { Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import type { BuilderAnswer } from "./builder-action.server.ts";
import classes from "./builder.module.css";

type Conflict = Extract<BuilderAnswer, { kind: "conflict" }>;

/** A colleague was first: who, what differs, and the two ways on. Nothing of either is lost before one is chosen. */
export function ConflictNotice({ conflict, keepMine }: { conflict: Conflict; keepMine?: () => void }) {
  const { t } = useTranslation("builder");
  const format = useFormat();
  const { search } = useLocation();
  const { byName, at, theirs, fields } = conflict;
  return (
    <Notice tone="soon" role="alert" title={t("conflict.title", { name: byName, at: format.dateTime(at) })}>
      <p>{t("conflict.text")}</p>
      {fields.length > 0 ? <p>{t("conflict.fields", { fields: fields.map((field) => t(`field.${field}`)).join(", ") })}</p> : null}
      {theirs ? <blockquote className={classes.theirs}>{t("conflict.theirs")} <strong>{theirs.title.da || t("untitled")}</strong>{theirs.title.en ? ` / ${theirs.title.en}` : ""}</blockquote> : null}
      <p className={classes.line}>
        {keepMine ? <Button size="xs" onClick={keepMine}>{t("conflict.mine")}</Button> : <span>{t("conflict.saveAgain")}</span>}
        <Button size="xs" variant="default" component={Link} to={search} reloadDocument>{t("conflict.take")}</Button>
      </p>
    </Notice>
  );
}

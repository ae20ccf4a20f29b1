import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./agreement-form.module.css";

const FIELDS = { recipientName: "recipientName", recipientEmail: "recipientEmail", dueOn: "due", language: "language", message: "message" } as const;
type Field = keyof typeof FIELDS;
type Props = { stored: Record<Field, string | null>; typed: Record<string, string> };

/** Two people wrote in the same draft: what is stored now beside what was typed, for the fields that differ. What was typed stands in the form below. */
export function RequestConflict({ stored, typed }: Props) {
  const { t } = useTranslation("supervision");
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [typed]);
  const plain = (text: string | null | undefined) => (text ?? "").replaceAll("\r\n", "\n").trim();
  const differing = (Object.keys(FIELDS) as Field[]).filter((field) => plain(stored[field]) !== plain(typed[field]));
  const said = (field: Field, value: string | null | undefined) => {
    if (!plain(value)) return t("agreement:edit.empty");
    return field === "dueOn" ? format.date(plain(value)) : field === "language" ? t(`frame:language.${plain(value)}`) : plain(value);
  };
  return (
    <div ref={box} tabIndex={-1} className={classes.conflict}>
      <Notice tone="soon" role="alert" title={t("request.conflict")}>
        <p>{t(differing.length > 0 ? "request.conflictText" : "request.conflictSame")}</p>
        {differing.length > 0 ? (
          <table className={classes.versions}>
            <thead>
              <tr><th scope="col">{t("agreement:edit.field")}</th><th scope="col">{t("agreement:edit.stored")}</th><th scope="col">{t("agreement:edit.mine")}</th></tr>
            </thead>
            <tbody>
              {differing.map((field) => <tr key={field}><th scope="row">{t(`request.${FIELDS[field]}`)}</th><td>{said(field, stored[field])}</td><td>{said(field, typed[field])}</td></tr>)}
            </tbody>
          </table>
        ) : null}
      </Notice>
    </div>
  );
}

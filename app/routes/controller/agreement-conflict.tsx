import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { AgreementDraft } from "#app/agreement/agreement-draft.ts";
import { differences } from "#app/agreement/draft-differences.ts";
import type { DraftField } from "#app/agreement/draft-differences.ts";
import { Notice } from "#app/ui/notice.tsx";
import classes from "./agreement-form.module.css";
import { describeField, labelOf } from "./agreement-said.ts";

type Props = { mine: AgreementDraft; theirs: AgreementDraft; processors: readonly { id: string; name: string }[] };

/** Two people changed the same agreement: what is stored now beside what was typed, for the fields that differ. */
export function AgreementConflict({ mine, theirs, processors }: Props) {
  const { t } = useTranslation("agreement");
  const box = useRef<HTMLDivElement>(null);
  const fields = differences(mine, theirs);
  useEffect(() => box.current?.focus(), [mine]);
  const said = (draft: AgreementDraft, field: DraftField) => describeField(t, draft, field, processors) || t("edit.empty");
  return (
    <div ref={box} tabIndex={-1} className={classes.conflict}>
      <Notice tone="soon" role="alert" title={t("edit.conflict")}>
        <p>{t(fields.length > 0 ? "edit.conflictText" : "edit.conflictSame")}</p>
        {fields.length > 0 ? (
          <table className={classes.versions}>
            <thead>
              <tr><th scope="col">{t("edit.field")}</th><th scope="col">{t("edit.stored")}</th><th scope="col">{t("edit.mine")}</th></tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr key={field}><th scope="row">{labelOf(t, field)}</th><td>{said(theirs, field)}</td><td>{said(mine, field)}</td></tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </Notice>
    </div>
  );
}

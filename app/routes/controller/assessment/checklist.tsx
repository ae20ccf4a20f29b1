import { useTranslation } from "react-i18next";
import type { ChecklistItem } from "#app/domain/assurance/checklist-k5.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./assessment.module.css";

const looks = { yes: ["ok", "check"], no: ["late", "cross"], unclear: ["soon", "info"] } as const;

/** The points K5-1…8 of concept 5, each with its answer and the rules behind it. */
export function Checklist({ items }: { items: readonly ChecklistItem[] }) {
  const { t } = useTranslation("assessment");
  return (
    <Panel title={t("checklist.title")} lead={t("checklist.lead")} flush>
      <DataTable
        caption={t("checklist.title")} rows={items} rowKey={({ id }) => id}
        columns={[
          { key: "point", header: t("checklist.point"), names: true, cell: ({ id }) => <><span className={classes.code}>{id}</span> {t(`k5.${id}`)}</> },
          { key: "answer", header: t("checklist.answer"), cell: ({ met }) => <Mark tone={looks[met][0]} icon={looks[met][1]}>{t(`checklist.${met}`)}</Mark> },
          { key: "because", header: t("checklist.because"), cell: ({ because }) => (because.length === 0 ? "–" : because.map((rule) => t(`finding:rule.${rule}.title`)).join("; ")) },
        ]}
      />
    </Panel>
  );
}

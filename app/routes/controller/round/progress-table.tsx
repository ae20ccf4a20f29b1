import { useTranslation } from "react-i18next";
import { PROGRESS } from "#app/supervision/round/round-items.ts";
import type { ConceptProgress } from "#app/supervision/round/round-items.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { PartsBadge } from "./parts-badge.tsx";

/** How the supervisions of a round go, by what they ask. */
export function ProgressTable({ progress }: { progress: readonly ConceptProgress[] }) {
  const { t } = useTranslation("round");
  const format = useFormat();
  const columns: Column<ConceptProgress>[] = [
    { key: "concept", header: t("progress.concept"), names: true, cell: ({ concept, supplements }) => (concept === null ? t("progress.all") : <PartsBadge concept={concept} supplements={supplements} />) },
    ...(["sent", ...PROGRESS] as const).map((key): Column<ConceptProgress> => ({ key, header: t(`progress.${key}`), align: "end", cell: (row) => <span className="tabular">{format.number(row[key])}</span> })),
  ];
  return (
    <Panel title={t("page.progress")} lead={t("page.progressLead")}>
      <DataTable caption={t("page.progress")} columns={columns} rows={progress} rowKey={({ concept, supplements }) => [concept, ...supplements].join("+")} />
    </Panel>
  );
}

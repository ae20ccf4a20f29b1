import { Stack } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { requireController } from "#app/auth/guard.server.ts";
import { RULE_VERSION } from "#app/domain/findings/raised-finding.ts";
import { RULES } from "#app/domain/findings/rule-registry.ts";
import type { RuleEntry } from "#app/domain/findings/rule-registry.ts";
import { paths } from "#app/paths.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import classes from "./finding.module.css";

export const meta = pageTitle("finding:rules.title");

export async function loader({ request }: LoaderFunctionArgs) {
  await requireController(request);
  return null;
}

/** Every rule that raises findings, from the registry the rules themselves are held against. */
export default function Rules() {
  const { t } = useTranslation("finding");
  const columns: Column<RuleEntry>[] = [
    { key: "rule", header: t("rules.rule"), names: true, cell: ({ id }) => <>{t(`rule.${id}.title`)}<span className={classes.quiet}>{id}</span></> },
    { key: "looks", header: t("rules.looks"), cell: ({ id }) => t(`looksAt.${id}`) },
    { key: "severity", header: t("rules.severity"), cell: ({ severities }) => <span className={classes.marks}>{severities.map((one) => <StateBadge key={one} kind="severity" value={one} />)}</span> },
    {
      key: "bars", header: t("rules.bars"),
      cell: ({ bars }) => (bars === "never" ? t("rules.barsNever") : <Mark tone="late" icon="ban">{t(bars === "always" ? "rules.barsAlways" : "rules.barsSometimes")}</Mark>),
    },
    { key: "source", header: t("rules.source"), cell: ({ source }) => sourceWords(t, source) },
    { key: "since", header: t("rules.since"), align: "end", cell: ({ version }) => version },
  ];
  const groups = [...new Set(RULES.map(({ group }) => group))];
  return (
    <>
      <PageHeader title={t("rules.title")} lead={t("rules.lead")} crumbs={[{ to: paths.findings(), label: t("title") }]} facts={<Mark tone="rest">{t("rules.version", { version: RULE_VERSION })}</Mark>} />
      <Stack gap="lg">
        {groups.map((group) => (
          <Panel key={group} title={t(`rules.group.${group}`)} flush>
            <DataTable caption={t(`rules.group.${group}`)} columns={columns} rows={RULES.filter((one) => one.group === group)} rowKey={({ id }) => id} />
          </Panel>
        ))}
      </Stack>
    </>
  );
}

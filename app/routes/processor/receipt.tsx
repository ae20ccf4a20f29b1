import { Group, Stack } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { paths } from "#app/paths.ts";
import { AnswerView } from "#app/questionnaire/answer-view.tsx";
import { findReceipt } from "#app/supervision/find-receipt.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { useLanguage } from "#app/ui/use-language.ts";
import { filesByPlace } from "./form-props.ts";
import { HandedInFiles } from "./handed-in-files.tsx";
import { PrintButton } from "./print-button.tsx";
import classes from "./inbox.module.css";

export const meta = pageTitle<typeof loader>("supervision:receipt.title", ({ controllerName }) => ({ controller: controllerName }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireProcessor(request);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const revision = Number(new URL(request.url).searchParams.get("revision"));
  const receipt = await withTenant(scope, (tx) => findReceipt(tx, scope, supervisionId, Number.isInteger(revision) && revision > 0 ? revision : null), { readOnly: true });
  if (!receipt) return notFound();
  const counts: Record<string, number> = {};
  for (const { question } of receipt.evidence) counts[question] = (counts[question] ?? 0) + 1;
  return { ...receipt, supervisionId, counts, files: filesByPlace(receipt.evidence) };
}

export default function Receipt() {
  const { t } = useTranslation("supervision");
  const language = useLanguage();
  const format = useFormat();
  const receipt = useLoaderData<typeof loader>();
  const { supervisionId, id, controllerName, processorName, title, revision, revisions, submittedAt, signatoryName, signatoryTitle, answersHash, declaration, files } = receipt;
  const code = (hash: string, what: string) => <span className={classes.hash}>{hash} <CopyButton text={hash} what={what} /></span>;
  return (
    <>
      <PageHeader
        title={t("receipt.heading")}
        lead={t("receipt.lead", { controller: controllerName })}
        crumbs={[{ to: paths.inbox(), label: t("inbox.title") }, { to: paths.inboxRequest(supervisionId), label: t("received.heading", { controller: controllerName }) }]}
        actions={<Group gap="sm" className={classes.noPrint}><PrintButton label={t("receipt.print")} /></Group>}
      />
      <Stack gap="lg">
        <Panel title={t("receipt.facts")}>
          <Facts facts={[
            { term: t("receipt.number"), value: code(id, t("receipt.number")) },
            { term: t("receipt.at"), value: format.dateTime(submittedAt) },
            { term: t("receipt.from"), value: processorName },
            { term: t("receipt.to"), value: controllerName },
            { term: t("letter.about"), value: title },
            { term: t("receipt.revision"), value: revisions.length === 1 ? revision : <>{t("receipt.revisionOf", { revision, total: revisions.length })} {revisions.filter((one) => one.revision !== revision).map((one) => <Link key={one.revision} to={`${paths.receipt(supervisionId)}?revision=${one.revision}`}>{t("receipt.seeRevision", { revision: one.revision })}</Link>)}</> },
            { term: t("receipt.signedBy"), value: [signatoryName, signatoryTitle].filter(Boolean).join(", ") },
            { term: t("receipt.answers"), value: t("receipt.answersAndFiles", { answers: Object.keys(receipt.answers).length, files: receipt.evidence.length }) },
            { term: t("receipt.hash"), value: code(answersHash, t("receipt.hash")) },
          ]} />
        </Panel>
        <Panel title={t("sign.declarationTitle")}><p className={classes.declaration}>{declaration}</p></Panel>
        <section aria-label={t("receipt.content")}>
          <AnswerView frozen={receipt.frozen} answers={receipt.answers} evidence={receipt.counts} language={language} renderEvidence={({ name }) => <HandedInFiles files={files[name] ?? []} />} />
        </section>
      </Stack>
    </>
  );
}

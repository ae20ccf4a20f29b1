import { Button, Group, Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { paths } from "#app/paths.ts";
import { listPackages } from "#app/supervision/conclusion/list-packages.server.ts";
import { requestPackage } from "#app/supervision/conclusion/request-package.server.ts";
import { CONCLUDERS, mayConclude } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useLookAgain } from "#app/ui/use-look-again.ts";
import classes from "./conclusion.module.css";
import { PackageList } from "./package-list.tsx";

export const meta = pageTitle<typeof loader>("assessment:package.page", ({ view }) => ({ title: view.title }));

/** How often the page looks whether a package is finished, in milliseconds. */
const LOOK_AGAIN = 2_000;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const view = await withTenant(scope, (tx) => listPackages(tx, scope, supervisionId), { readOnly: true });
  return view ? { view, mayMake: mayConclude(scope) } : notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...CONCLUDERS);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  if (!(await withTenant(scope, (tx) => listPackages(tx, scope, supervisionId), { readOnly: true }))) return notFound();
  const asked = await withTenant(scope, (tx) => requestPackage(tx, scope, { supervisionId, language }));
  if (asked.ok) return redirect(paths.package(supervisionId), { headers: flash({ tone: "ok", text: "assessment:package.made" }) });
  return data({ errors: { "": String(translate(language, "assessment")(`package.refused.${asked.reason}`)) } }, { status: 409 });
}

export default function Package() {
  const { t } = useTranslation("assessment");
  const { view, mayMake } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? null;
  const building = view.packages.some(({ state }) => state === "building");
  useLookAgain(building, LOOK_AGAIN);
  return (
    <>
      <PageHeader
        title={t("package.title")} lead={`${view.title} · ${view.processorName}`}
        crumbs={[{ to: paths.supervisions(), label: t("frame:nav.supervisions") }, { to: paths.supervision(view.id), label: view.title }]}
        facts={<StateBadge kind="supervision" value={view.state} />}
      />
      <Stack gap="lg">
        <FormErrorSummary errors={errors} />
        {view.concluded ? (
          <Panel title={t("package.made1")} lead={t("package.lead")}>
            {view.packages.length > 0 ? <PackageList packages={view.packages} /> : <p className={classes.quiet}>{t("package.none")}</p>}
            {building ? <p><Link to={paths.package(view.id)} reloadDocument>{t("package.lookAgain")}</Link></p> : null}
            {mayMake ? (
              <Form method="post"><Group mt="md"><SubmitButton intent="make" variant={view.packages.length > 0 ? "default" : "filled"}>{t(view.packages.length > 0 ? "package.again" : "package.make")}</SubmitButton></Group></Form>
            ) : <Notice tone="wait" title={t("package.dpoOnly")} />}
          </Panel>
        ) : (
          <EmptyState icon="archive" title={t("package.notYet")} action={<Button component={Link} to={paths.supervision(view.id)}>{t("package.back")}</Button>}>{t("package.lead")}</EmptyState>
        )}
        {view.concluded ? <Panel title={t("package.verify")} lead={t("package.verifyText")}><code className={classes.command}>{t("package.command")}</code></Panel> : null}
      </Stack>
    </>
  );
}

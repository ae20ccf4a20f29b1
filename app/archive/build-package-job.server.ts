import { record } from "#app/audit/record.server.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { ownStore } from "#app/storage/own-store.server.ts";
import { StorageError } from "#app/storage/evidence-store.ts";
import { packageKey, quarantineKey } from "#app/storage/object-keys.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import type { JobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { loadBothLanguages } from "#app/text/translate.server.ts";
import { contractFiles } from "./agreement-files.ts";
import { caseFiles } from "./case-files.ts";
import { gatherCase } from "./gather-case.server.ts";
import type { Gathered } from "./gather-case.server.ts";
import { evidencePaths } from "./manifest.ts";
import { presentReport } from "./present-report.ts";
import { reportLabels } from "./report-labels.ts";
import { reportPdf } from "./report-pdf.server.ts";
import { packageStream } from "./zip.server.ts";
import type { PackageMember } from "./zip.server.ts";

type Evidence = ReturnType<typeof ownStore>;

/**
 * Builds an evidence package that was asked for: gather, write, store, then mark it ready and the supervision archived. Each step may be
 * run again: a package that is ready is left alone, and the same facts give the same bytes under the same key.
 */
export async function buildPackageJob({ organisationId, packageId }: { organisationId: string; packageId: string }): Promise<void> {
  const scope = jobScope(organisationId, "controller");
  const asked = await withTenant(scope, async (tx) => {
    const row = await tx.package.findUnique({ where: { id: packageId } });
    if (row?.state !== "building") return null;
    return { row, found: await gatherCase(tx, row.supervisionId, row.createdAt) };
  }, { readOnly: true });
  if (!asked) return;
  if (!asked.found) return fail(scope, packageId, asked.row.supervisionId, "not-found");
  const store = ownStore();
  const language = asked.row.language === "en" ? "en" : "da";
  try {
    const name = `${copenhagenDate(asked.row.createdAt)}-${asked.found.id.slice(0, 8)}.zip`;
    const written = await writePackage(store, asked.found, packageId, language, asked.row.createdAt);
    await store.promote(quarantineKey(packageId), packageKey(organisationId, written.sha256), { sha256: written.sha256 });
    await finish(scope, asked.found.id, packageId, { ...written, name, storeKey: packageKey(organisationId, written.sha256) });
  } catch (error) {
    // Bytes that are gone or changed will not come back by trying again; the row says so, and people are told.
    if (!(error instanceof StorageError) || !["corrupt", "not-found"].includes(error.code)) throw error;
    await fail(scope, packageId, asked.found.id, error.code);
  }
}

async function writePackage(store: Evidence, found: Gathered, packageId: string, language: "da" | "en", sealedAt: Date): Promise<{ size: number; sha256: string }> {
  const { t } = loadBothLanguages()[language];
  const paths = evidencePaths(found.evidence.map(({ name }) => name));
  const report = await collect(reportPdf(presentReport(found, paths, language, t, sealedAt), reportLabels(t, language, sealedAt)));
  const own = [...caseFiles(found, paths), { path: "report.pdf", bytes: report }, { path: "VERIFY.txt", bytes: Buffer.from(`${t("report:verify")}\n`) }];
  const members: PackageMember[] = [
    ...own.map((file) => ({ ...file, modifiedAt: sealedAt })),
    ...found.evidence.map(({ storeKey, sha256, uploadedAt }, index) => ({ path: paths[index]!, modifiedAt: uploadedAt, sha256, open: () => store.open(storeKey, { sha256 }) })),
    ...contractFiles(found).map(({ path, key, sha256, recordedAt }) => ({ path, modifiedAt: recordedAt, sha256, open: () => store.open(key, { sha256 }) })),
  ];
  // A try that was cut off may have left a whole object here.
  await store.remove(quarantineKey(packageId));
  return store.put(quarantineKey(packageId), packageStream(members, sealedAt));
}

async function finish(scope: JobScope, supervisionId: string, packageId: string, made: { size: number; sha256: string; name: string; storeKey: string }): Promise<void> {
  await withTenant(scope, async (tx) => {
    const { count } = await tx.package.updateMany({
      where: { id: packageId, state: "building" },
      data: { state: "ready", name: made.name, storeKey: made.storeKey, sha256: made.sha256, size: made.size, readyAt: now() },
    });
    if (count === 0) return;
    await record(tx, scope, { action: "package.ready", subject: { type: "package", id: packageId }, supervisionId, detail: { sha256: made.sha256 } });
    const archived = await tx.$executeRaw`update supervision set state = 'archived', archived_at = now(), version = version + 1 where id = ${supervisionId}::uuid and state = 'concluded'`;
    if (archived > 0) await record(tx, scope, { action: "supervision.archived", subject: { type: "supervision", id: supervisionId }, supervisionId, shared: true });
  });
}

async function fail(scope: JobScope, packageId: string, supervisionId: string, code: string): Promise<void> {
  await withTenant(scope, async (tx) => {
    const { count } = await tx.package.updateMany({ where: { id: packageId, state: "building" }, data: { state: "failed", error: code } });
    if (count > 0) await record(tx, scope, { action: "package.failed", subject: { type: "package", id: packageId }, supervisionId, detail: { code } });
  });
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

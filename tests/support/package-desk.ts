import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { buildPackageJob } from "#app/archive/build-package-job.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { evidenceKey, quarantineKey } from "#app/storage/object-keys.ts";
import { ownStore } from "#app/storage/own-store.server.ts";
import { requestPackage } from "#app/supervision/conclusion/request-package.server.ts";
import { takePackage } from "#app/supervision/conclusion/take-package.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { requireTool } from "./require-tool.ts";

/** An unpacked evidence package: its members, a JSON member read, and the words of its report with single spaces. */
export type OpenedPackage = { members: string[]; json: <Shape = Record<string, unknown>>(path: string) => Shape; bytes: (path: string) => Buffer; report: string };

/** A store and a place to unpack for the packages of one test file; `close` when it is done. */
export function packageDesk() {
  for (const [tool, from] of [["unzip", "unzip"], ["sha256sum", "coreutils"], ["pdftotext", "poppler-utils"]] as const) requireTool(tool, from);
  const folder = mkdtempSync(join(tmpdir(), "tilsyn-desk-"));
  process.env.EVIDENCE_DIR = join(folder, "store");
  const forget = () => void delete (globalThis as { portalSettings?: unknown }).portalSettings;
  forget();
  return {
    /** Puts bytes where an organisation's files lie. */
    async keep(organisationId: string, bytes: Buffer): Promise<{ key: string; sha256: string; size: number }> {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const [from, key] = [quarantineKey(randomUUID()), evidenceKey(organisationId, sha256)];
      await ownStore().put(from, Readable.from([bytes]));
      await ownStore().promote(from, key, { sha256 });
      return { key, sha256, size: bytes.length };
    },
    /** Gives the files that a scene only named bytes of their own. */
    async fillFiles(ownerUrl: string, supervisionId: string): Promise<void> {
      await connected(ownerUrl, async (client) => {
        const { rows } = await client.query<{ id: string; processor: string }>("select id, processor_id as processor from evidence where supervision_id = $1 and store_key = 'evidence/x/y'", [supervisionId]);
        for (const { id, processor } of rows) {
          const { key, sha256, size } = await this.keep(processor, Buffer.from(`%PDF-1.7 ${id}`));
          await client.query("update evidence set store_key = $2, sha256 = $3, size = $4 where id = $1", [id, key, sha256, size]);
        }
      });
    },
    /** Asks for a package, builds it, takes it out of the store as a download does, and judges it with programs anybody has. */
    async open(dpo: Scope, supervisionId: string, language: "da" | "en" = "da"): Promise<OpenedPackage> {
      const asked = await withTenant(dpo, (tx) => requestPackage(tx, dpo, { supervisionId, language }));
      if (!asked.ok) throw new Error(asked.reason);
      await buildPackageJob({ organisationId: dpo.organisationId, packageId: asked.packageId });
      const made = await withTenant(dpo, (tx) => takePackage(tx, dpo, asked.packageId));
      if (!made) throw new Error("The package was not built");
      const unpacked = join(folder, asked.packageId);
      await pipeline(await ownStore().open(made.key, { sha256: made.sha256 }), createWriteStream(`${unpacked}.zip`));
      execFileSync("unzip", ["-q", `${unpacked}.zip`, "-d", unpacked]);
      const members = readdirSync(unpacked, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name).slice(unpacked.length + 1)).sort();
      const checked = execFileSync("sha256sum", ["--strict", "-c", "manifest-sha256.txt"], { cwd: unpacked, encoding: "utf8" }).trim().split("\n");
      if (checked.length !== members.length - 1 || checked.some((line) => !line.endsWith(": OK"))) throw new Error(`The manifest does not hold:\n${checked.join("\n")}`);
      const bytes = (path: string) => readFileSync(join(unpacked, path));
      const report = execFileSync("pdftotext", ["-raw", join(unpacked, "report.pdf"), "-"], { encoding: "utf8", maxBuffer: 2 ** 26 }).replace(/\s+/gu, " ");
      return { members, bytes, report, json: (path) => JSON.parse(bytes(path).toString("utf8")) };
    },
    close(): void {
      delete process.env.EVIDENCE_DIR;
      forget();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

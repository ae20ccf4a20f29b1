import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { addSubprocessor } from "#app/agreement/add-subprocessor.server.ts";
import type { AgreementFields, Subprocessor } from "#app/agreement/agreement-fields.ts";
import { attachContract } from "#app/agreement/attach-contract.server.ts";
import { changeSubprocessor, seenAs } from "#app/agreement/change-subprocessor.server.ts";
import { fillLimits } from "#app/agreement/fill-limits.server.ts";
import { loadContent } from "#app/agreement/load-content.server.ts";
import { recordVersion } from "#app/agreement/record-version.server.ts";
import { subprocessors } from "#app/agreement/subprocessors.server.ts";
import { updateAgreement } from "#app/agreement/update-agreement.server.ts";
import { versions } from "#app/agreement/versions.server.ts";
import type { VersionSaid } from "#app/agreement/versions.server.ts";
import type { LimitSet } from "#app/domain/limits/clause-sets.ts";
import { evidenceKey, quarantineKey } from "#app/storage/object-keys.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Held } from "./agreements.ts";
import { evidencePdf } from "./evidence-pdf.ts";
import type { Stage } from "./stage.ts";

/** A link of the demo's chain; `under` is the name of the one above it. Named at registration, or added. */
export type ChainLink = Partial<Omit<Subprocessor, "id" | "parentId">> & { name: string; under?: string };

/** Says what is known of the sub-processors on the day an agreement was registered, before it was scored. */
export function chain(stage: Stage, held: Held, on: number, links: readonly ChainLink[]): void {
  const { by } = held;
  stage.acts.push({ at: stage.moment(on, 10), run: (at) => withTenant(by, async (tx) => {
    for (const { under, ...link } of links) {
      const rows = await subprocessors(tx, by).list(held.id);
      const there = rows.find(({ name }) => name === link.name);
      const parentId = rows.find(({ name }) => name === under)?.id ?? null;
      const plain = { cvr: "", address: "", country: "DK", processing: "", transferGround: "" as const, contactName: "", contactEmail: "", status: "approved" as const, approvedOn: null };
      const done = there ? await changeSubprocessor(tx, by, held.id, { ...there, ...plain, ...link, parentId }, seenAs(there), at) : await addSubprocessor(tx, by, held.id, { ...plain, ...link, parentId }, at);
      if (!done.ok) throw new Error(`${link.name}: ${done.reason}`);
    }
  }) });
}

/** The contract is changed, signed anew and recorded as its next version, with the signed paper. */
export function renegotiate(stage: Stage, held: Held, { on, change, sets, said }: { on: number; change: Partial<AgreementFields>; sets: readonly LimitSet[]; said: Omit<VersionSaid, "signedOn"> }): void {
  const { by } = held;
  stage.acts.push({ at: stage.moment(on, 40), run: async (at) => {
    const signedOn = stage.ago(on + 3);
    const pdf = await evidencePdf({ title: "Databehandleraftale", lines: [said.changes, `Underskrevet af ${said.signedForController} og ${said.signedForProcessor}.`], date: at });
    const key = quarantineKey(randomUUID());
    const { size, sha256 } = await stage.store.put(key, Readable.from([pdf]));
    const place = evidenceKey(by.organisationId, sha256);
    await stage.store.promote(key, place, { sha256 });
    await withTenant(by, async (tx) => {
      const now = await loadContent(tx, by, held.id);
      const { version } = await tx.agreement.findUniqueOrThrow({ where: { id: held.id }, select: { version: true } });
      const changed = await updateAgreement(tx, by, held.id, version, { ...now!.fields, ...change, signedOn }, at);
      if (!changed.ok) throw new Error(`the agreement was not changed: ${changed.reason}`);
      for (const set of sets) await fillLimits(tx, by, held.id, set, at);
      const recorded = await recordVersion(tx, by, held.id, { ...said, signedOn, number: 2 });
      const newest = await versions(tx, by).newest(held.id);
      if (!recorded.ok || !newest) throw new Error("the version was not recorded");
      await attachContract(tx, by, newest.id, { name: `Databehandleraftale ${said.label}.pdf`, mediaType: "application/pdf", size, sha256, key: place });
    });
  } });
}

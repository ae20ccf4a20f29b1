import { settings } from "#app/config/settings.server.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import { openStore } from "./open-store.server.ts";

const holder = globalThis as { portalStore?: { of: string; store: EvidenceStore } };

/** This process's evidence store, as its settings name it; the server's own modules and Remix's bundle share it. */
export function ownStore(): EvidenceStore {
  const { evidence } = settings();
  const of = evidence.kind === "fs" ? evidence.directory : `${evidence.endpoint ?? ""}/${evidence.bucket}`;
  if (holder.portalStore?.of !== of) holder.portalStore = { of, store: openStore(evidence) };
  return holder.portalStore.store;
}

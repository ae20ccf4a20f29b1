import type { EvidenceStore } from "./evidence-store.ts";
import { quarantinePrefix } from "./object-keys.ts";

/**
 * Clears away what a process that died left in the store: writes that never ended, and uploads that came whole and were never judged.
 * Only what is older than `before`, so that nothing under way is touched; what was promoted is never removed. Returns how many.
 */
export async function clearLeftovers(store: EvidenceStore, before: Date): Promise<number> {
  let cleared = await store.sweep(before);
  for await (const { key, modifiedAt } of store.list(quarantinePrefix)) {
    if (modifiedAt >= before) continue;
    await store.remove(key);
    cleared += 1;
  }
  return cleared;
}

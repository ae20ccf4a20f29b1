import type { EvidenceFile } from "./form-props.ts";

export type UploadResult = { ok: true; file: EvidenceFile } | { ok: false; reason: string };

const known = ["too-large", "type-not-allowed", "empty", "store-full", "locked", "too-many"];

/** The address that names the place for evidence as well, so that the server can refuse before it reads. */
export function placeUrl(url: string, slot: string): string {
  return `${url}${url.includes("?") ? "&" : "?"}question=${encodeURIComponent(slot)}`;
}

/** Uploads one file with its place for evidence in front; `onProgress` is told the share sent (0–1). Never rejects; `reason` is one of text questionnaire:evidence.refused, or "aborted". */
export function uploadFile({ url, slot, file, onProgress, signal }: { url: string; slot: string; file: File; onProgress: (share: number) => void; signal: AbortSignal }): Promise<UploadResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append("question", slot);
    form.append("file", file, file.name);
    request.open("POST", placeUrl(url, slot));
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total);
    });
    request.addEventListener("load", () => resolve(readAnswer(request.status, request.response)));
    request.addEventListener("error", () => resolve({ ok: false, reason: "failed" }));
    request.addEventListener("abort", () => resolve({ ok: false, reason: "aborted" }));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });
}

function readAnswer(status: number, body: unknown): UploadResult {
  const fields = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  if (status === 201 && typeof fields.id === "string" && typeof fields.sha256 === "string") {
    const { id, sha256, href } = fields;
    return { ok: true, file: { id, sha256, name: String(fields.name), size: Number(fields.size), href: typeof href === "string" ? href : null } };
  }
  if (status === 401 || status === 403) return { ok: false, reason: "signed-out" };
  return { ok: false, reason: known.includes(String(fields.reason)) ? String(fields.reason) : "failed" };
}

import type { SaveOutcome, SaveRequest, Theirs } from "./autosave.ts";

/** Sends one save and reads what became of it. `leaving` lets it outlive the page. */
export async function sendAnswer(url: string, request: SaveRequest, leaving: boolean): Promise<SaveOutcome> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(request),
    keepalive: leaving,
  });
  const body: unknown = await response.json().catch(() => null);
  const fields = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  if (response.ok && typeof fields.version === "number") return { kind: "saved", version: fields.version, at: typeof fields.savedAt === "string" ? fields.savedAt : response.headers.get("Date") };
  if (response.status === 409 && isTheirs(fields.theirs)) return { kind: "conflict", theirs: fields.theirs };
  if ([401, 403, 404, 410].includes(response.status) || response.redirected) return { kind: "stopped" };
  if (response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429) {
    const [problem] = Array.isArray(fields.problems) ? (fields.problems as { code?: unknown; message?: unknown }[]) : [];
    return { kind: "refused", code: typeof problem?.code === "string" ? problem.code : "rule", message: typeof problem?.message === "string" ? problem.message : null };
  }
  return { kind: "unreachable" };
}

const isTheirs = (value: unknown): value is Theirs => typeof value === "object" && value !== null && typeof (value as Theirs).version === "number" && typeof (value as Theirs).byName === "string";

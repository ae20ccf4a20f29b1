import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { paths } from "#app/paths.ts";
import { findingOfPlace } from "#app/supervision/finding/finding-place.server.ts";
import { ANSWERERS } from "#app/supervision/may.ts";
import { saveAnswer } from "#app/supervision/save-answer.server.ts";
import { takeFileAway } from "#app/supervision/take-file-away.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { pickLanguage } from "#app/text/language.server.ts";
import { flash } from "#app/ui/flash.server.ts";

const typed = z.object({ question: z.string().max(200), value: z.unknown(), comment: z.string().nullable().default(null), version: z.int().min(0).max(2_000_000_000) });
const removal = z.object({ intent: z.literal("remove-evidence"), evidence: z.string() });

/** POST: one answer as JSON (200 saved, 409 a colleague was first, 422 not usable, 423 locked); or a file to take away, as JSON or as a form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  if (!request.headers.get("Content-Type")?.startsWith("application/json")) {
    const removed = await takeAway(request, supervisionId, String((await request.formData()).get("evidence") ?? ""));
    const findingId = findingOfPlace(removed ?? "");
    return redirect(findingId === null ? paths.answer(supervisionId) : paths.inboxFinding(supervisionId, findingId), { headers: flash({ tone: removed !== null ? "ok" : "late", text: removed !== null ? "evidence:removed" : "evidence:notRemoved" }) });
  }
  const body: unknown = await request.json().catch(() => null);
  const asked = removal.safeParse(body);
  if (asked.success) return (await takeAway(request, supervisionId, asked.data.evidence)) !== null ? Response.json({ removed: true }) : Response.json({ reason: "locked" }, { status: 423 });
  const parsed = typed.safeParse(body);
  if (!parsed.success) return Response.json({ problems: [{ question: "", code: "wrong-shape", message: null }] }, { status: 422 });
  const saved = await saveAnswer(request, supervisionId, parsed.data, pickLanguage(request));
  if (saved.ok) return Response.json({ version: saved.version, savedAt: saved.at.toISOString() });
  if (saved.reason === "invalid") return Response.json({ problems: saved.problems }, { status: 422 });
  if (saved.reason === "conflict") return Response.json({ theirs: { ...saved.theirs, comment: saved.theirs.comment === "" ? null : saved.theirs.comment } }, { status: 409 });
  return saved.reason === "locked" ? Response.json({ problems: [{ question: parsed.data.question, code: "locked", message: null }] }, { status: 423 }) : notFound();
}

/** Takes a file away and says where it stood; null where it may not be taken away any more. */
async function takeAway(request: Request, supervisionId: string, evidenceId: string): Promise<string | null> {
  const { scope } = await requireProcessor(request, ...ANSWERERS);
  if (!isRowId(evidenceId)) return notFound();
  const done = await withTenant(scope, (tx) => takeFileAway(tx, scope, { supervisionId, evidenceId, at: now() }));
  if (!done.ok && done.reason === "not-found") return notFound();
  return done.ok ? done.place : null;
}

/** Nothing to read here: answers are read on the page they are written on. */
export function loader() {
  throw data(null, { status: 404 });
}

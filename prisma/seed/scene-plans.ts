import { agreements } from "#app/agreement/agreements.server.ts";
import { addYearsBetween } from "#app/agreement/plan/add-years-between.server.ts";
import { recordReview } from "#app/agreement/plan/record-review.server.ts";
import { sayFactors } from "#app/agreement/plan/say-factors.server.ts";
import { setReviewDay } from "#app/agreement/plan/set-review-day.server.ts";
import { presentFields } from "#app/agreement/present.ts";
import { raiseConcern } from "#app/agreement/raise-concern.server.ts";
import { updateAgreement } from "#app/agreement/update-agreement.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Stage } from "./stage.ts";

/** The municipality's plans: a supplement, a factor that counts, an event that calls for an extra supervision, and a change that wants a look. */
export function plans(stage: Stage): void {
  const mette = stage.person("kommune@example.dk");
  const on = (days: number, title: string, what: (tx: Tx, id: string, at: Date) => Promise<{ ok: boolean; reason?: string }>) => stage.acts.push({
    at: stage.moment(days, 120),
    run: (at) => withTenant(mette, async (tx) => {
      const { id } = await tx.agreement.findFirstOrThrow({ where: { title, controllerId: mette.organisationId }, select: { id: true } });
      const done = await what(tx, id, at);
      if (!done.ok) throw new Error(`${title}: ${done.reason}`);
    }),
  });
  on(70, "Løn og personale", (tx, id, at) => addYearsBetween(tx, mette, id, stage.ago(70), at));
  on(50, "Omsorgsjournal", (tx, id, at) => sayFactors(tx, mette, { agreementId: id, version: 0, factors: [{ code: "FQ-H1", note: "Erklæringen gav kun begrænset sikkerhed, selv om aftalen kræver høj." }] }, at));
  on(12, "Læringsplatform", (tx, id, at) => raiseConcern(tx, mette, id, {
    kind: "FQ-X1", source: "press", noticedOn: stage.ago(13), extraOn: stage.ago(-25), body: "Pressen skriver, at SkoleKom er solgt til en udenlandsk fond. Vi skal vide, om drift, underdatabehandlere eller ledelse ændres.",
  }, at));
  on(6, "Lokalhistorisk billedarkiv", async (tx, id, at) => {
    const row = (await agreements(tx, mette).find(id))!;
    return updateAgreement(tx, mette, id, row.version, { ...presentFields(row), dataCategories: ["ordinary", "cpr"] }, at);
  });
  stage.acts.push({ at: stage.moment(430), run: async () => { await withTenant(mette, (tx) => setReviewDay(tx, mette, "09-01")); } });
  const lastYear = Number(stage.today.slice(0, 4)) - 1;
  stage.acts.push({ at: stage.moment(420), run: async (at) => { await withTenant(mette, (tx) => recordReview(tx, mette, { doneOn: `${lastYear}-09-01`, note: "Alle databehandlere er gået igennem. To aftaler er ophørt, og tre nye mangler point." }, at)); } });
}

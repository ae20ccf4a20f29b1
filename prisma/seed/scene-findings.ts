import { decideFinding } from "#app/supervision/finding/decide-finding.server.ts";
import type { DecideInput } from "#app/supervision/finding/decide-finding.server.ts";
import { placeOfFinding } from "#app/supervision/finding/finding-place.server.ts";
import { reportDone } from "#app/supervision/finding/report-done.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { agree } from "./agreements.ts";
import { words } from "./answers.ts";
import type { Actor, Stage } from "./stage.ts";
import { answer, assess, conclude, handInAt, send, submit } from "./supervisions.ts";
import type { Paper, Round } from "./supervisions.ts";

type Decision = Partial<Omit<DecideInput, "findingId" | "version" | "today">> & Pick<DecideInput, "to">;
const nothing = { reason: "", measure: "", ownerName: "", dueOn: null, acceptedUntil: null };

async function findingOf(by: Actor, round: Round, question: string) {
  return withTenant(by, (tx) => tx.finding.findFirstOrThrow({ where: { supervisionId: round.id, question }, select: { id: true, version: true } }), { readOnly: true });
}

/** Somebody decides on the finding that a question raised. */
export function decide(stage: Stage, round: Round, by: Actor, on: number, question: string, decision: Decision): void {
  stage.acts.push({ at: stage.moment(on, 200), run: async () => {
    const { id: findingId, version } = await findingOf(by, round, question);
    const decided = await withTenant(by, (tx) => decideFinding(tx, by, { ...nothing, ...decision, findingId, version, today: stage.ago(on) }));
    if (!decided.ok) throw new Error(`finding ${question}: ${decided.reason}`);
  } });
}

/** The processor reports the measure on a finding done, with a paper that shows it. */
export function report(stage: Stage, round: Round, by: Actor, on: number, question: string, { body, paper }: { body: string; paper: Paper }): void {
  stage.acts.push({ at: stage.moment(on, 210), run: async (at) => {
    const { id: findingId } = await findingOf(by, round, question);
    await handInAt(stage, round, by, placeOfFinding(findingId), paper, at);
    const reported = await withTenant(by, (tx) => reportDone(tx, by, { supervisionId: round.id, findingId, body, at }));
    if (!reported.ok) throw new Error(`report on ${question}: ${reported.reason}`);
  } });
}

/** An intranet whose backup was put right after last year's supervision, and is not again this year. */
export function twoYears(stage: Stage, { mette, henrik, rasmus, inge }: Record<"mette" | "henrik" | "rasmus" | "inge", Actor>): void {
  const net = agree(stage, { by: mette, on: 640, processor: "hosting", concept: 3, fields: { title: "Intranet for medarbejdere", reference: "25/00377", purpose: "Drift af kommunens intranet.", dataCategories: ["ordinary", "cpr"], personCategories: ["employees"], personCount: 4200 } });
  const year = (on: number, said: string) => {
    const round = send(stage, net, { on, concept: 3, dueOn: stage.ago(on - 28) });
    answer(stage, round, rasmus, { on: on - 12, said: { agreement_met: words("partly", said) } });
    submit(stage, round, inge, { on: on - 13, title: "Administrerende direktør" });
    assess(stage, round, on - 20);
    conclude(stage, round, henrik, { on: on - 24, outcome: "in-order-with-remarks", message: "Vi har en bemærkning til sikkerhedskopien." });
    return round;
  };
  const before = year(430, "Sikkerhedskopien er ikke afprøvet i år.");
  decide(stage, before, mette, 404, "agreement_met", { to: "agreed", measure: "Genskabelse afprøves, og resultatet sendes til os.", ownerName: "Rasmus Lykke", dueOn: stage.ago(350) });
  report(stage, before, rasmus, 360, "agreement_met", { body: "Vi har genskabt hele intranettet på en tom server.", paper: { name: "Genskabelse.pdf", title: "Genskabelse af intranet", lines: ["Gennemført uden fejl på fire timer."] } });
  decide(stage, before, mette, 355, "agreement_met", { to: "verified", reason: "Vi så rapporten og fik adgang til den genskabte udgave." });
  year(64, "Sikkerhedskopien er heller ikke afprøvet i år.");
}

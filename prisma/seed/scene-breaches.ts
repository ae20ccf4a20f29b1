import { limits } from "#app/agreement/limits.server.ts";
import { askProcessor } from "#app/supervision/breach/ask-processor.server.ts";
import { closeBreach } from "#app/supervision/breach/close-breach.server.ts";
import { decideAuthority } from "#app/supervision/breach/decide-authority.server.ts";
import { decidePersons } from "#app/supervision/breach/decide-persons.server.ts";
import { mergeBreach } from "#app/supervision/breach/merge-breach.server.ts";
import { noteAnswer } from "#app/supervision/breach/note-answer.server.ts";
import { registerRecord } from "#app/supervision/breach/register-record.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { learn, mishap, tell } from "./breaches.ts";
import type { Stage } from "./stage.ts";

const TOWN = "kommune@example.dk";

/** What went wrong at processors: told in time to two controllers and again when more was known, by one of them read of before; told too late; not told yet. What was disclosed and never told stands in the scene of the town. */
export function breaches(stage: Stage): void {
  const rasmus = stage.person("danhost@example.dk");
  const outage = mishap(stage, rasmus, { on: 2, minutes: 15 }, {
    title: "Fejl i adgangskontrol efter opdatering", occurredAt: stage.moment(3, 420), possibleOnly: true,
    nature: "Efter en opdatering kunne medarbejdere i driftscentret i 14 timer åbne kunders loganalyse uden særskilt godkendelse. Loggen undersøges for opslag.",
    categories: "Brugernavne, IP-adresser og tidspunkter for opslag på hjemmesider og i mailsystemer.", personCount: null, recordCount: null,
    consequences: "Foreløbig ser det ikke ud til, at nogen har åbnet loggen.", measures: "Opdateringen er rullet tilbage.",
  });
  tell(stage, outage, { on: 2, minutes: 210 }, ["town", "agency"]);
  learn(stage, outage, { on: 1, minutes: 300 }, {
    possibleOnly: false, personCount: 40, recordCount: 112, measures: "Opdateringen er rullet tilbage. Adgange prøves nu automatisk efter hver opdatering.", dealtWithAt: stage.moment(1, 200),
    nature: "Efter en opdatering kunne medarbejdere i driftscentret i 14 timer åbne kunders loganalyse uden særskilt godkendelse. En medarbejder har slået op fem gange som led i fejlsøgning.",
    consequences: "Lav risiko. Opslagene er foretaget af en medarbejder med tavshedspligt.",
  });
  tell(stage, outage, { on: 1, minutes: 320 }, ["town", "agency"]);

  // The town had read of it in the paper, asked, and was told an hour later: one breach.
  stage.acts.push({ at: stage.moment(2, 120), run: async (at) => {
    const reader = stage.person(TOWN);
    await withTenant(reader, async (tx) => {
      const { id: registerId } = await tx.processor.findFirstOrThrow({ where: { controllerId: reader.organisationId, organisationId: rasmus.organisationId }, select: { id: true } });
      const done = await registerRecord(tx, reader, {
        title: "Avisen skriver om adgang til log", source: "press", registerId, agreementIds: [], nature: "Lokalavisen skriver, at medarbejdere hos Danhost har kunnet se, hvem der har besøgt hvilke sider.", categories: "", personCount: null, recordCount: null,
        consequences: "", measures: "", possibleOnly: false, awareAt: at, occurredAt: null, processorAwareAt: null, notifiedAt: null,
      }, at);
      if (!done.ok) throw new Error(`record: ${done.reason}`);
      const asked = await askProcessor(tx, reader, done.id, { version: 1, language: "da", askerEmail: reader.email, now: at });
      if (!asked.ok) throw new Error(`inquiry: ${asked.reason}`);
    });
  } });
  stage.acts.push({ at: stage.moment(2, 240), run: async (at) => {
    const reader = stage.person(TOWN);
    await withTenant(reader, async (tx) => {
      const found = await tx.breachRecord.findMany({ where: { controllerId: reader.organisationId, processor: { organisationId: rasmus.organisationId } }, select: { id: true, version: true, breachId: true, inquiries: { select: { id: true } } } });
      const [press, notice] = [found.find(({ inquiries }) => inquiries.length > 0), found.find(({ breachId }) => breachId === outage.id)];
      if (!press || !notice) throw new Error("the breach the paper tells of is not in the register");
      const answered = await noteAnswer(tx, reader, press.id, { inquiryId: press.inquiries[0]?.id ?? "", answer: "Rasmus Lykke ringer: Det passer, og underretningen er på vej i portalen.", answeredAt: at });
      const merged = await mergeBreach(tx, reader, { id: press.id, version: press.version, otherId: notice.id, now: at });
      if (!answered.ok || !merged.ok) throw new Error(`merging: ${JSON.stringify([answered, merged])}`);
    });
  } });

  stage.acts.push({ at: stage.moment(430), run: async () => {
    const jonas = stage.person("myndighed@example.dk");
    await withTenant(jonas, async (tx) => {
      const { id } = await tx.agreement.findFirstOrThrow({ where: { controllerId: jonas.organisationId, title: "HR-system" }, select: { id: true } });
      await limits(tx, jonas).add(id, [{ kind: "breach-notice", value: 24, unit: "hours", runsFrom: "awareness", source: "Aftalens punkt 8.2" }]);
    });
  } });
  const thomas = stage.person("hrbureau@example.dk");
  const payslips = mishap(stage, thomas, { on: 160, minutes: 60 }, {
    title: "Lønsedler kunne ses af en kollega", occurredAt: stage.moment(160, 20), nature: "En medarbejder i HR-bureauet kunne i to timer se lønsedler for fem ansatte på grund af en forkert rettighed.",
    categories: "Navn, personnummer og løn for ansatte.", personCount: 5, recordCount: 5, consequences: "Oplysningerne er set af én person med tavshedspligt.", measures: "Rettigheden er rettet.",
  });
  tell(stage, payslips, { on: 148, minutes: 90 }, ["agency"]);
  stage.acts.push({ at: stage.moment(147), run: async (at) => {
    const jonas = stage.person("myndighed@example.dk");
    await withTenant(jonas, async (tx) => {
      const { id } = await tx.breachRecord.findFirstOrThrow({ where: { controllerId: jonas.organisationId, title: payslips.fields.title }, select: { id: true } });
      await decideAuthority(tx, jonas, id, { version: 1, decision: "notified", notifiedAt: at, reason: "" });
      await decidePersons(tx, jonas, id, { version: 2, highRisk: false, informedAt: null, reason: "Oplysningerne er kun set af én medarbejder med tavshedspligt og er ikke brugt." });
      await closeBreach(tx, jonas, id, { version: 3, at });
    });
  } });
  mishap(stage, rasmus, { on: 1, minutes: 90 }, {
    title: "Mistet krypteret backupdisk", nature: "En krypteret disk er bortkommet under transport mellem to datacentre.", categories: "", personCount: null, recordCount: null, consequences: "", measures: "Disken er spærret.", possibleOnly: true,
  });
}

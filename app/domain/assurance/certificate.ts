import { finding, type RaisedFinding } from "../findings/raised-finding.ts";
import { compareDates, type IsoDate } from "../time/iso-date.ts";
import { schemeArticle, type CertificateScheme } from "./certificate-scheme.ts";

/** A certificate or adherence to a code beside the agreement; null = not stated, or not assessed. Validity days are included. */
export type CertificateFacts = {
  scheme: CertificateScheme;
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
  today: IsoDate;
  coversProcessing: boolean | null;
  coversAllRequirements: boolean | null;
  specialRequirements: readonly { id: string; covered: boolean | null }[];
};

const SOURCE = "Datatilsynet 2021, koncept 4";

/** How the validity fails, or null while the certificate is valid. */
function invalidity({ validFrom, validTo, today }: CertificateFacts): "expired" | "not-yet-valid" | "not-stated" | null {
  if (validTo !== null && compareDates(validTo, today) < 0) return "expired";
  if (validFrom !== null && compareDates(validFrom, today) > 0) return "not-yet-valid";
  return validFrom === null || validTo === null ? "not-stated" : null;
}

/**
 * The rules on a certificate, in this order: K4-SCHEME (only an art. 42 certification or approved art. 40 code satisfies concept 4),
 * K4-EXPIRED, K4-SCOPE (our processing), K4-COVERAGE (all requirements of the agreement), K4-SPECIAL (one per special requirement).
 * A plain no to the first three blocks; what is not known is asked. Datatilsynet 2021, concept 4.
 */
export function checkCertificate(facts: CertificateFacts): RaisedFinding[] {
  const { scheme, coversProcessing, coversAllRequirements, specialRequirements } = facts;
  const found: RaisedFinding[] = [];
  if (schemeArticle(scheme) === null) {
    found.push(finding({ rule: "K4-SCHEME", severity: "critical", blocking: true, source: `${SOURCE}; GDPR art. 40, 42`, values: { scheme } }));
  }
  const aspect = invalidity(facts);
  if (aspect !== null) {
    const values = { aspect, validFrom: facts.validFrom ?? "", validTo: facts.validTo ?? "" };
    const blocking = aspect !== "not-stated";
    found.push(finding({ rule: "K4-EXPIRED", severity: blocking ? "critical" : "major", blocking, source: SOURCE, values }));
  }
  if (coversProcessing !== true) {
    const blocking = coversProcessing === false;
    found.push(finding({ rule: "K4-SCOPE", severity: blocking ? "critical" : "major", blocking, source: SOURCE, values: { covered: blocking ? "no" : "unknown" } }));
  }
  if (coversAllRequirements !== true) {
    const no = coversAllRequirements === false;
    found.push(finding({ rule: "K4-COVERAGE", severity: no ? "major" : "minor", source: SOURCE, values: { covered: no ? "no" : "unknown" } }));
  }
  for (const { id, covered } of specialRequirements) {
    if (covered === true) continue;
    found.push(finding({ rule: "K4-SPECIAL", severity: "major", source: SOURCE, values: { requirement: id, covered: covered === false ? "no" : "unknown" } }));
  }
  return found;
}

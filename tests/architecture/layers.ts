/** The layers of house.md §3, from the top. */
export type Layer = "entry" | "form" | "feature" | "service" | "ground" | "domain" | "ui" | "text" | "paths";

/** Features import only rightwards. */
export const features = ["archive", "supervision", "evidence", "questionnaire", "agreement", "organisation"];
export const services = ["audit", "auth", "storage", "mail", "jobs", "spreadsheet"];
/** Ground imports only rightwards. */
export const ground = ["tenancy", "db", "config"];

/** Services that lean on another, each for its reason; all other pairs are refused. */
export const serviceLeans: Record<string, string[]> = {
  // The job that sends a mail is written in the transaction that writes the mail; a person's wish to have it tried again leaves its entry there too.
  mail: ["jobs", "audit"],
};

const mayImport: Record<Layer, Layer[]> = {
  entry: ["entry", "form", "feature", "service", "ground", "domain", "ui", "text", "paths"],
  form: ["form", "feature", "ui", "text", "domain", "paths"],
  feature: ["feature", "service", "ground", "domain", "text", "paths"],
  service: ["service", "ground", "domain", "text", "paths"],
  ground: ["ground", "domain"],
  domain: ["domain"],
  ui: ["ui", "text", "domain", "paths"],
  text: ["text", "domain"],
  paths: ["domain"],
};

/** First folder under app/, or the file itself where it lies directly there. */
export function folderOf(path: string): string {
  return path.split("/")[1] ?? "";
}

/** SurveyJS's one interface lives beside its rules (docs/decisions/questionnaire-form.md): what is drawn, and what runs in the browser only. */
const isForm = (path: string) => path.startsWith("app/questionnaire/") && (/\.tsx$|\.client\.ts$/.test(path) || /^app\/questionnaire\/use-[a-z-]+\.ts$/.test(path));

/** The layer of a file under app/. Unknown folders are refused by `layerOffence`. */
export function layerOf(path: string): Layer | null {
  const folder = folderOf(path);
  if (path.startsWith("app/jobs/handlers/") || ["routes", "http", "stack"].includes(folder)) return "entry";
  if (/^app\/(server|worker|root|routes|entry\.client|entry\.server)\.tsx?$/.test(path)) return "entry";
  if (path === "app/paths.ts") return "paths";
  if (isForm(path)) return "form";
  if (features.includes(folder)) return "feature";
  if (services.includes(folder)) return "service";
  if (ground.includes(folder)) return "ground";
  return folder === "domain" || folder === "ui" || folder === "text" ? folder : null;
}

/** Why `from` may not import `to`, or null. */
export function layerOffence(from: string, to: string): string | null {
  const [above, below] = [layerOf(from), layerOf(to)];
  if (above === null || below === null) return `${above === null ? from : to} lies in no layer of house.md §3`;
  if (!mayImport[above].includes(below)) return `${above} may not import ${below}`;
  const [here, there] = [folderOf(from), folderOf(to)];
  if (here === there) return null;
  if (above === "feature" && below === "feature" && features.indexOf(here) > features.indexOf(there)) return "features import only rightwards";
  if (above === "ground" && below === "ground" && ground.indexOf(here) > ground.indexOf(there)) return "ground imports only rightwards";
  if (above === "service" && below === "service" && !serviceLeans[here]?.includes(there)) return "services stand alone";
  return null;
}

// data table
import type { Role, Side } from "#app/tenancy/scope.ts";

/** One of the demo's people; `email` is what they sign in with. */
export type Player = { email: string; name: string; title: string; roles: readonly Role[] };
export type House = { key: string; side: Side; name: string; cvr: string; people: readonly Player[] };

const one = (email: string, name: string, title: string, ...roles: Role[]): Player => ({ email, name, title, roles });
/** Who answers and signs at a processor where one person does both. */
const answers = (email: string, name: string, title: string) => one(email, name, title, "administrator", "respondent", "signatory");

/** The external DPO of the GP and of the shop: one person, two organisations. */
const externalDpo = one("dpo.ekstern@example.dk", "Karen Holm", "Ekstern DPO", "dpo");

/** The six controllers of the guide's worked examples (Datatilsynet 2021, ch. 4) and their processors. All names and numbers are invented. */
export const HOUSES: readonly House[] = [
  { key: "salon", side: "controller", name: "Salon Saksen", cvr: "28710038", people: [one("frisoer@example.dk", "Maja Lind", "Indehaver", "administrator", "caseworker", "dpo")] },
  { key: "yarn", side: "controller", name: "Det Glade Garnnøgle", cvr: "30449207", people: [one("webshop@example.dk", "Ulla Strøm", "Indehaver", "administrator", "caseworker", "dpo")] },
  { key: "agency", side: "controller", name: "Styrelsen for Åer og Søer", cvr: "32188370", people: [
    one("myndighed@example.dk", "Jonas Krogh", "Fuldmægtig", "administrator", "caseworker"), one("dpo.myndighed@example.dk", "Bente Falk", "Databeskyttelsesrådgiver", "dpo"),
  ] },
  { key: "shop", side: "controller", name: "Butik Nordlys ApS", cvr: "33927541", people: [one("butik@example.dk", "Ali Demir", "Butikschef", "administrator", "caseworker"), externalDpo] },
  { key: "doctor", side: "controller", name: "Lægehuset Strandvejen", cvr: "35666710", people: [one("laege@example.dk", "Lise Bang", "Praktiserende læge", "administrator", "caseworker"), externalDpo] },
  { key: "town", side: "controller", name: "Engsted Kommune", cvr: "37405884", people: [
    one("kommune@example.dk", "Mette Dahl", "Informationssikkerhedskonsulent", "administrator", "caseworker"), one("dpo.kommune@example.dk", "Henrik Vang", "Databeskyttelsesrådgiver", "dpo"),
    one("revisor.kommune@example.dk", "Sofie Riis", "Intern revisor", "reader"),
  ] },
  { key: "booking", side: "processor", name: "BookNemt ApS", cvr: "39145057", people: [answers("booknemt@example.dk", "Peter Juhl", "Direktør")] },
  { key: "payment", side: "processor", name: "eBetaling A/S", cvr: "42623393", people: [answers("ebetaling@example.dk", "Nadia Frost", "Complianceansvarlig")] },
  { key: "staff", side: "processor", name: "Nordisk HR-bureau A/S", cvr: "44362562", people: [answers("hrbureau@example.dk", "Thomas Eg", "Driftschef")] },
  { key: "beacon", side: "processor", name: "BeaconTech ApS", cvr: "46101731", people: [answers("beacontech@example.dk", "Sara Mikkelsen", "Teknisk direktør")] },
  { key: "journal", side: "processor", name: "Sundhedsdrift A/S", cvr: "47840902", people: [answers("sundhedsdrift@example.dk", "Ole Brandt", "Sikkerhedschef")] },
  { key: "building", side: "processor", name: "Byggesag Plus A/S", cvr: "51319249", people: [answers("byggesag@example.dk", "Camilla Toft", "Kvalitetschef")] },
  { key: "hosting", side: "processor", name: "Danhost Drift A/S", cvr: "53058418", people: [
    one("danhost@example.dk", "Rasmus Lykke", "Kundeansvarlig", "administrator", "respondent"), one("direktoer.danhost@example.dk", "Inge Skov", "Administrerende direktør", "respondent", "signatory"),
  ] },
  { key: "payroll", side: "processor", name: "Lønservice Danmark A/S", cvr: "54797583", people: [answers("loenservice@example.dk", "Birgit Bro", "Complianceansvarlig")] },
  { key: "care", side: "processor", name: "Plejedata A/S", cvr: "56536752", people: [answers("plejedata@example.dk", "Morten Hede", "Sikkerhedschef")] },
  { key: "school", side: "processor", name: "Skolekom Nord A/S", cvr: "58275921", people: [answers("skolekom@example.dk", "Anja Poulsen", "Produktchef")] },
  { key: "shredding", side: "processor", name: "Makulér Sikkert ApS", cvr: "60015090", people: [answers("makuler@example.dk", "Bo Thomsen", "Direktør")] },
];

/** Processors that stand in a controller's register only: they have no organisation here yet. */
export const STRANGERS: Readonly<Record<string, { name: string; cvr: string; contactName: string; contactEmail: string }>> = {
  newsletter: { name: "Nyhedsbrev.nu ApS", cvr: "61754261", contactName: "Signe Vad", contactEmail: "nyhedsbrev@example.dk" },
  parking: { name: "Parkdata A/S", cvr: "63493430", contactName: "Karl Winther", contactEmail: "parkdata@example.dk" },
  interpreters: { name: "TryghedsTolk ApS", cvr: "66971775", contactName: "Leyla Aydin", contactEmail: "tryghedstolk@example.dk" },
  library: { name: "Biblio ApS", cvr: "68710944", contactName: "Grethe Lund", contactEmail: "biblio@example.dk" },
  bus: { name: "FlexKørsel ApS", cvr: "70450119", contactName: "Dan Holst", contactEmail: "flexkoersel@example.dk" },
  music: { name: "KlubSystem ApS", cvr: "72189280", contactName: "Ida Munk", contactEmail: "klubsystem@example.dk" },
};

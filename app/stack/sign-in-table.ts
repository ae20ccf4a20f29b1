/** One of the people the demo can be seen as. */
export type SignIn = { name: string; email: string; password: string; organisation: string; side: "controller" | "processor"; roles: readonly string[] };

/** The demo's sign-ins as text: the one password, then each address with organisation, person and roles, controllers first. */
export function signInTable(signIns: readonly SignIn[]): string {
  const password = signIns[0]?.password ?? "";
  const width = (part: "email" | "organisation" | "name") => Math.max(...signIns.map((one) => one[part].length)) + 2;
  const line = ({ email, organisation, name, roles }: SignIn) => `    ${email.padEnd(width("email"))}${organisation.padEnd(width("organisation"))}${name.padEnd(width("name"))}${roles.join(", ")}`;
  const side = (title: string, wanted: SignIn["side"]) => [`  ${title}`, ...signIns.filter((one) => one.side === wanted).map(line)];
  return [`Sign in with the password ${password} as one of these:`, ...side("Dataansvarlige (controllers)", "controller"), ...side("Databehandlere (processors)", "processor")].join("\n");
}

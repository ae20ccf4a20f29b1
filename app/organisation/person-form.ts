import { z } from "zod";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD, normalPassword } from "#app/auth/password-policy.ts";
import { languages } from "#app/text/language.ts";

const email = z.string({ error: "auth:error.email" }).trim().toLowerCase().max(254, "auth:error.email").pipe(z.email("auth:error.email"));
const name = z.string({ error: "auth:error.name" }).trim().min(1, "auth:error.name").max(100, "auth:error.long");
const title = z.string().trim().max(100, "auth:error.long").default("");
const language = z.enum(languages).catch("da");
/** Nobody hashes megabytes. */
const shown = (wrong: string) => z.string({ error: "auth:error.required" }).min(1, "auth:error.required").max(1000, wrong);
/** Length is told at once with the other fields; the rest of the policy needs to know whose password it is. */
const password = z.string({ error: "auth:error.newPassword" }).min(1, { message: "auth:error.newPassword", abort: true })
  .refine((text) => [...normalPassword(text)].length >= SHORTEST_PASSWORD, "auth:error.too-short").max(4 * LONGEST_PASSWORD, "auth:error.too-long");

export const signInForm = z.object({ email, password: shown("auth:signIn.refused") });
export const resetRequestForm = z.object({ email });
export const newPasswordForm = z.object({ password });
export const changePasswordForm = z.object({ present: shown("auth:error.wrong-password"), password });
export const profileForm = z.object({ name, title, language });
/** Somebody new behind an invitation: the address is the invitation's. */
export const newPersonForm = z.object({ name, title, password });
/** The first person of all. */
export const founderForm = newPersonForm.extend({ email });

export const memberInvitationForm = z.object({
  email,
  name: z.string({ error: "organisation:error.personName" }).trim().min(1, "organisation:error.personName").max(100, "organisation:error.long"),
  roles: z.array(z.string()).min(1, "organisation:error.no-role"),
  language,
});

export const rolesForm = z.object({ roles: z.array(z.string()).min(1, "organisation:error.no-role"), version: z.coerce.number().int().positive() });
export const versionForm = z.object({ version: z.coerce.number().int().positive() });

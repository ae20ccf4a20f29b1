import { redirect } from "@remix-run/node";
import { paths } from "#app/paths.ts";

/** The front page sends a visitor on to where their work is; signed out, that is the sign-in page. */
export const loader = () => redirect(paths.signIn());

/** How the portal looks: after the device, light or dark. Kept in a cookie, so that the server can draw the right one. */
export const colourSchemes = ["auto", "light", "dark"] as const;
export type ColourScheme = (typeof colourSchemes)[number];
export const colourSchemeCookieName = "appearance";

/** Whether a value from outside names a colour scheme. */
export function isColourScheme(value: unknown): value is ColourScheme {
  return value === "auto" || value === "light" || value === "dark";
}

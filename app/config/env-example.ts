import { settingList } from "./setting-list.ts";
import type { Setting } from "./setting-list.ts";

/** The text of `.env.example`: each setting with its meaning and what holds without it. */
export function envExample(): string {
  const blocks = Object.entries(settingList).map(([name, setting]) => {
    const { meaning, embedded, production }: Setting = setting;
    const defaults = embedded === production ? `default: ${shown(embedded)}` : `default: ${shown(embedded)} with npm start; production: ${shown(production)}`;
    return `# ${meaning}\n# ${defaults}\n#${name}=${production ?? embedded ?? ""}\n`;
  });
  return `# All settings of the portal. npm start needs none; npm run serve, worker and migrate list what they miss.\n# Made from app/config/setting-list.ts.\n\n${blocks.join("\n")}`;
}

function shown(value: string | undefined): string {
  if (value === undefined) return "none";
  return value === "" ? "empty" : value;
}

import { ensureBuild } from "./build.server.ts";

// `npm run build`: the database client and the pages, made anew only when their sources changed.
console.log((await ensureBuild()) ? "Built." : "The build is already of these sources.");

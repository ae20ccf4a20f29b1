import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

export default defineConfig({
  plugins: [remix(remixOptions)],
  build: { target: "es2022", cssMinify: true, sourcemap: false },
  // Development: all packages of the pages are found at once, so that none is swapped under a running page; argon2 is never in the browser.
  optimizeDeps: { entries: ["app/entry.client.tsx", "app/root.tsx", "app/{routes,ui}/**/*.tsx"], exclude: ["@node-rs/argon2"] },
  ssr: { noExternal: [/^@mantine\//] },
});

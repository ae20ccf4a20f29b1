import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Four projects: unit (pure), architecture, integration (real PostgreSQL and files), isolation, e2e (Chromium). */
export default defineConfig({
  test: {
    // A file for each core, and one process for many files: what a test opens it closes, and what the modules keep is bound anew by `useDb` and `freshDatabase`.
    pool: "forks",
    maxWorkers: Math.max(2, availableParallelism() - 1),
    poolOptions: { forks: { isolate: false } },
    projects: [
      { test: { name: "unit", include: ["app/**/*.test.{ts,tsx}", "questionnaires/**/*.test.ts"], exclude: ["**/*.int.test.ts"], environment: "node", testTimeout: 20_000 } },
      { test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"] } },
      { test: { name: "integration", include: ["app/**/*.int.test.ts", "prisma/**/*.int.test.ts"], globalSetup: ["tests/support/database.setup.ts"], testTimeout: 30_000, hookTimeout: 60_000 } },
      { test: { name: "isolation", include: ["tests/isolation/**/*.test.ts"], globalSetup: ["tests/support/database.setup.ts"], testTimeout: 120_000, hookTimeout: 120_000 } },
      { test: { name: "e2e", include: ["tests/e2e/**/*.test.ts"], globalSetup: ["tests/support/database.setup.ts"], testTimeout: 180_000, hookTimeout: 180_000 } },
    ],
  },
});

/** What the run's one PostgreSQL hands to each test file. */
export type TestCluster = { adminUrl: string; passwords: { owner: string; runtime: string }; template: string };

declare module "vitest" {
  export interface ProvidedContext {
    testCluster: TestCluster;
  }
}

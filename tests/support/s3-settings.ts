import type { S3Settings } from "#app/storage/s3-store.server.ts";

/** Where the store contract finds an S3 to run on, or null when none is given. `tests/support/radosgw.sh` prints these settings. */
export function s3TestSettings(environment: NodeJS.ProcessEnv = process.env): S3Settings | null {
  const { S3_TEST_ENDPOINT: endpoint, S3_TEST_BUCKET, S3_TEST_ACCESS_KEY, S3_TEST_SECRET_KEY } = environment;
  if (!endpoint) return null;
  return {
    endpoint, region: "us-east-1", bucket: S3_TEST_BUCKET ?? "evidence-test", accessKeyId: S3_TEST_ACCESS_KEY ?? "", secretAccessKey: S3_TEST_SECRET_KEY ?? "",
    checksums: "WHEN_REQUIRED", objectLock: false,
  };
}

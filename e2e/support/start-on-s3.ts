import { startS3 } from "@parley/api/testing";
import { type Parley, startParley } from "./start-parley.ts";

/** Parley with its files in the bucket of a real S3 server. */
export async function startOnS3(): Promise<Parley> {
  const s3 = await startS3();
  const { endpoint, bucket, accessKeyId, secretAccessKey, region } = s3.config;
  const env = {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
    S3_REGION: region,
  };
  const parley = await startParley({ env });
  return {
    ...parley,
    async stop() {
      await parley.stop();
      await s3.close();
    },
  };
}

import { join } from "node:path";
import type { Config } from "../config.ts";
import { type FileStore, openFolderStore } from "./file-store.ts";
import type { Funnel } from "./funnel.ts";

/** The store that the configuration names. What speaks to S3 is only loaded where there is one. */
export async function openFiles({ s3, dataDir }: Pick<Config, "s3" | "dataDir">, funnel: Funnel): Promise<FileStore> {
  if (!s3) return openFolderStore(join(dataDir, "files"), funnel);
  const { openS3Store } = await import("./s3-store.ts");
  return openS3Store(s3, funnel);
}

interface ServiceWorkerGlobalScope {
  /** The files of the shell, filled in by the build. */
  __WB_MANIFEST: { url: string; revision: string | null }[];
}

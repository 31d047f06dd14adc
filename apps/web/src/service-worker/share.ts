import { keepShared } from "../sync/session/shared-files.ts";

/** What another app shares: files are kept for the page, words go to it in its address. */
export async function receiveShared(request: Request): Promise<Response> {
  const form = await request.formData();
  const files = form.getAll("files").filter((it) => it instanceof File);
  await keepShared(files);
  const search = new URLSearchParams(files.length ? { files: `${files.length}` } : {});
  for (const name of ["title", "text", "url"]) search.set(name, String(form.get(name) ?? ""));
  return Response.redirect(`/share?${search}`, 303);
}

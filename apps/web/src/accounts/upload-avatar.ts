import { AppError, type FileId, limits, type WireError } from "@parley/schema";

/** Sends a picture to be cropped and kept; answers with the id to put into a profile or a group. */
export async function uploadAvatar(picture: Blob): Promise<FileId> {
  if (picture.size > limits.avatarBytes) throw new AppError("too_large", "too_large", "This picture is too large.");
  const answer = await fetch("/files/avatars", {
    method: "POST",
    body: picture,
    headers: { "content-type": picture.type || "application/octet-stream" },
  }).catch(() => {
    throw new AppError("unavailable", "unavailable", "Parley cannot be reached.");
  });
  const body: unknown = await answer.json().catch(() => ({}));
  if (!answer.ok) throw refusalOf(body, answer.status);
  return (body as { fileId: FileId }).fileId;
}

function refusalOf(body: unknown, status: number): AppError {
  const told = typeof body === "object" && body !== null && "reason" in body ? (body as WireError) : undefined;
  if (told) return new AppError(told.code, told.reason, told.sentence, { retryAfter: told.retryAfter });
  return status === 413
    ? new AppError("too_large", "too_large", "This picture is too large.")
    : new AppError("internal", "internal", "The picture could not be sent.");
}

import { limits } from "@parley/schema";

const name = "parley_session";

/** The cookie that keeps someone signed in. */
export function sessionCookie(token: string, origin: string): string {
  return cookie(token, origin, limits.sessionDays * 86_400);
}

/** The cookie that signs a browser out. */
export const signedOutCookie = (origin: string) => cookie("", origin, 0);

export function sessionTokenIn(cookies: string | undefined): string | null {
  if (!cookies) return null;
  for (const part of cookies.split(";")) {
    const [key, value] = part.trim().split("=");
    if (key === name && value && /^[A-Za-z0-9_-]{20,100}$/.test(value)) return value;
  }
  return null;
}

function cookie(value: string, origin: string, maxAge: number) {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`;
}

import { createTRPCClient, httpLink } from "@trpc/client";
import type { AppRouter } from "../router.ts";
import { createAuthenticator } from "./authenticator.ts";

/** A browser at `url`: keeps its cookie, says where it comes from, and can make and use passkeys. */
export function openBrowser(url: string, headers: Record<string, string> = {}) {
  let cookie = "";
  const api = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/trpc`,
        headers: () => ({
          cookie,
          origin: url,
          "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0 Safari/537.36",
          ...headers,
        }),
        async fetch(address, init) {
          const answer = await fetch(address, init as RequestInit);
          for (const given of answer.headers.getSetCookie()) cookie = given.split(";")[0] ?? "";
          return answer;
        },
      }),
    ],
  });
  const authenticator = createAuthenticator({ origin: url });

  async function signUp(username: string, displayName = username) {
    const { challengeId, options } = await api.accounts.startSignUp.mutate({ username, displayName });
    return api.accounts.finishSignUp.mutate({ challengeId, credential: authenticator.create(options) });
  }

  async function signIn(by = authenticator) {
    const { challengeId, options } = await api.accounts.startSignIn.mutate();
    return api.accounts.finishSignIn.mutate({ challengeId, credential: by.sign(options) });
  }

  return { api, authenticator, signUp, signIn, cookie: () => cookie };
}

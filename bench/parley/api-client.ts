import { Agent, request } from "node:http";

export type ApiClient = ReturnType<typeof createApiClient>;

type Call = { method: "GET" | "POST"; path: string; cookie: string; body?: string };

/** tRPC's wire by hand: the machine's two cores should be spent on the server, not on a client library. */
export function createApiClient(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });

  function call<Answer>(it: Call): Promise<Answer> {
    const { method, path, cookie, body } = it;
    return new Promise((resolve, reject) => {
      const headers = {
        cookie,
        origin: `http://localhost:${port}`,
        host: `localhost:${port}`,
        "content-type": "application/json",
      };
      const sent = request({ host: "127.0.0.1", port, path, method, agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const answer = Buffer.concat(chunks).toString("utf8");
          if (response.statusCode !== 200)
            return reject(new Error(`${path} was answered with ${response.statusCode}: ${answer}`));
          resolve((JSON.parse(answer) as { result: { data: Answer } }).result.data);
        });
      });
      sent.on("error", (error: NodeJS.ErrnoException) => {
        // The server had just closed a connection that nobody had used for a while: it has not seen this one.
        if (sent.reusedSocket && error.code === "ECONNRESET") resolve(call<Answer>(it));
        else reject(error);
      });
      sent.end(body);
    });
  }

  return {
    query: <Answer>(name: string, cookie: string, input: unknown) =>
      call<Answer>({ method: "GET", path: `/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`, cookie }),
    mutate: <Answer>(name: string, cookie: string, input: unknown) =>
      call<Answer>({ method: "POST", path: `/trpc/${name}`, cookie, body: JSON.stringify(input) }),
    close: () => agent.destroy(),
  };
}

import { Agent, request } from "node:http";

type Heads = Readonly<Record<string, string>>;

/** A client that keeps its connections, so many at a time; `always` goes along with every call. */
export function clientOf(origin: string, connections: number, always: Heads = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(origin);
  const call = (method: string, path: string, body?: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const type = body === undefined ? {} : { "Content-Type": "application/json" };
      const headers = { ...always, ...type };
      const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
        response.resume();
        response.once("end", () => resolve(response.statusCode ?? 0));
      });
      sent.once("error", reject);
      sent.end(body);
    });
  return {
    get: (path: string) => call("GET", path),
    post: (path: string, body: unknown) => call("POST", path, JSON.stringify(body)),
    close: () => agent.destroy(),
  };
}

import { createServer, type Server } from "node:http";
import next from "next";
import { callerAddress } from "@/lib/cli/caller-address";
import { Refusal } from "@/lib/cli/refusal";
import { surveyFiles } from "@/lib/cli/survey-files";

export type Serving = { readonly close: () => Promise<void> };

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === "EADDRINUSE"
          ? new Refusal(
              `Port ${port} is in use by another program. Stop it, or choose another: PORT=3001 npm start`,
            )
          : cause,
      ),
    );
    server.listen(port, host, resolve);
  });
}

/** Starts the app and the survey page on one address. No access log is written for anything. */
export async function serve(options: {
  port: number;
  host: string;
  surveyFolder: string;
  trustedProxies: number;
}): Promise<Serving> {
  const { port, host, surveyFolder, trustedProxies } = options;
  const app = next({ dev: false, dir: process.cwd(), hostname: host, port, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const survey = surveyFiles(surveyFolder);
  const server = createServer((request, response) => {
    const { headers, socket } = request;
    headers["x-forwarded-for"] = callerAddress(
      headers["x-forwarded-for"],
      socket.remoteAddress,
      trustedProxies,
    );
    if (!survey(request, response)) void handle(request, response);
  });
  await listen(server, port, host);
  return {
    close: async () => {
      server.closeIdleConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        setTimeout(() => server.closeAllConnections(), 2000).unref();
      });
      await app.close();
    },
  };
}

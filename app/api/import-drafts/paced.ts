import { setImmediate } from "node:timers/promises";
import { isFromThisSite } from "@/lib/auth/from-this-site";
import { viewer } from "@/lib/auth/require";
import { type Pace, unwatched } from "@/lib/imports/pace";
import { WATCHED } from "@/lib/imports/watched";

/** Why nothing is done for a request: it comes from elsewhere, or nobody is signed in. */
export async function turnedAway(request: Request): Promise<Response | null> {
  if (!isFromThisSite(request.headers)) return new Response(null, { status: 403 });
  return (await viewer()) ? null : leadTo("/sign-in?next=%2Fhr%2Fimport", request);
}

/** Leads on at once, whether somebody watches or not. */
export function leadTo(next: string, request: Request): Promise<Response> {
  return paced(request, async () => next);
}

/**
 * Does a work that takes its time and says where to go on: a browser follows it with GET; the page's script is told
 * how far it is, a line for each hundredth, and then the place. Whoever leaves the page changes nothing: the work
 * goes on to its end.
 */
export async function paced(
  request: Request,
  work: (pace: Pace) => Promise<string>,
): Promise<Response> {
  // Compressed on the way, the lines would wait for each other.
  const headers = { "Cache-Control": "no-store, no-transform" };
  if (request.headers.get("accept") !== WATCHED) {
    return new Response(null, {
      status: 303,
      headers: { ...headers, Location: await work(unwatched) },
    });
  }
  return new Response(watched(work), { headers: { ...headers, "Content-Type": WATCHED } });
}

function watched(work: (pace: Pace) => Promise<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let left = false;
  return new ReadableStream({
    async start(controller) {
      const say = (line: object) => {
        if (!left) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      void work(hundredths(say)).then(
        (next) => {
          say({ next });
          if (!left) controller.close();
        },
        (cause: unknown) => controller.error(cause),
      );
    },
    cancel() {
      left = true;
    },
  });
}

/** Says each hundredth once, and lets everything else that waits have its turn. */
function hundredths(say: (line: object) => void): Pace {
  let last = -1;
  return async (share) => {
    const done = Math.floor(100 * share);
    if (done > last) say({ done });
    last = Math.max(last, done);
    await setImmediate();
  };
}

import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** All that signing in at the region's own service takes; next-auth has more doors, which stay shut. */
const DOORS = {
  GET: ["csrf", "providers", "callback/oidc", "error"],
  POST: ["signin/oidc"],
} as const;

const handle = (doors: readonly string[]) => async (request: Request, context: Context) => {
  const options = authOptions();
  const door = (await context.params).nextauth.join("/");
  if (!options || !doors.includes(door)) return new Response(null, { status: 404 });
  // The options are made on the request: settings are not known while the pages are built.
  const reply: Response = await NextAuth(options)(request, context);
  return reply;
};

export const GET = handle(DOORS.GET);
export const POST = handle(DOORS.POST);

import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The options are made on the request: settings are not known while the pages are built. */
const handle = (request: Request, context: Context): Promise<Response> =>
  NextAuth(authOptions())(request, context);

export { handle as GET, handle as POST };

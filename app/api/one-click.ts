import { bodyWithin } from "@/lib/doors/body";
import { addressMayCall, done, doorForAnybody, refuse, tokenMayCall } from "@/lib/doors/door";
import { tokenShape } from "@/lib/doors/shapes";

type Called = { readonly params: Promise<{ readonly token: string }> };

/** A form of one field, in either way of sending it. */
const MOST_BYTES = 1024;

/** The form that RFC 8058 has mail programs send; anything else that posts here means something else. */
async function isOneClick(request: Request): Promise<boolean> {
  const bytes = await bodyWithin(request, MOST_BYTES);
  if (bytes === null) return false;
  const type = request.headers.get("content-type") ?? "";
  const whole = new Response(new Uint8Array(bytes), { headers: { "Content-Type": type } });
  const form = await whole.formData().catch(() => null);
  return form?.get("List-Unsubscribe") === "One-Click";
}

/** One-click stop, as mail programs do it. The same reply whether or not the token is anybody's. */
export const oneClick = (stop: (token: Uint8Array) => Promise<void>) =>
  doorForAnybody(async (request: Request, { params }: Called) => {
    if (!addressMayCall(request)) return refuse("slow-down", 429);
    const parsed = tokenShape.safeParse(await params);
    if (!parsed.success || !(await isOneClick(request))) return refuse("malformed", 400);
    if (!tokenMayCall(parsed.data.token)) return refuse("slow-down", 429);
    await stop(parsed.data.token);
    return done();
  });

/** A mail program that opens the address instead: on to the page, with the token in the fragment. Changes nothing. */
export const onToPage =
  (page: string) =>
  async (_request: Request, { params }: Called): Promise<Response> => {
    const { token } = await params;
    const place = tokenShape.safeParse({ token }).success ? `${page}#${token}` : page;
    const headers = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };
    return new Response(null, { status: 303, headers: { ...headers, Location: place } });
  };

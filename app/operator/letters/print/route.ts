import { recordAccess } from "@/lib/access/mutations";
import { isFromThisSite } from "@/lib/auth/from-this-site";
import { requireOperator } from "@/lib/auth/require";
import { letterNumbers } from "@/lib/letters/letter";
import { NoRound } from "@/lib/mail/manifest-hash";
import { printLetters } from "@/lib/printing/data";

/** See other: back to the page, with the reason it has a sentence for. */
const back = (problem: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: `/operator/letters?said=${problem}`, "Cache-Control": "no-store" },
  });

/** The chosen letters as one PDF, kept by nobody. Changes nothing: which are printed is noted by hand. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromThisSite(request.headers)) return new Response(null, { status: 403 });
  const actor = await requireOperator();
  const form = await request.formData().catch(() => new FormData());
  const numbers = letterNumbers(form.getAll("letter"));
  try {
    const pdf = await printLetters(actor, numbers);
    if (!pdf) return back("nothing-chosen");
    await recordAccess(actor, `/operator/letters/print (${numbers.join(", ")})`);
    const headers = { "Content-Type": "application/pdf", "Cache-Control": "no-store" };
    return new Response(pdf, { headers });
  } catch (cause) {
    if (cause instanceof NoRound) return back("no-round");
    throw cause;
  }
}

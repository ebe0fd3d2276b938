import { tokenOfCode } from "@/lib/keys/letter-link";
import { linkKey } from "@/lib/keys/link-key";
import { normaliseLetterCode } from "@/lib/sealing/letter-code";
import type { Call } from "./call";
import { chargeCode, refuse, tokenMayCall } from "./door";

/** How a person shows their invitation: the link of a mail, or the code of a letter. */
type Shown = { readonly token: Uint8Array } | { readonly code: string };

/**
 * The token that was shown, or a response that says no. A code that is none gets the reply of a code that
 * nobody has, and costs the same; `known` gives back what a good one was charged.
 */
export function linkOf(
  call: Call,
  shown: Shown,
): Response | { readonly token: Uint8Array; readonly known: () => void } {
  if ("token" in shown) {
    const { token } = shown;
    return tokenMayCall(token) ? { token, known: () => undefined } : refuse("slow-down", 429);
  }
  const charge = chargeCode(call);
  if (!charge) return refuse("slow-down", 429);
  const code = normaliseLetterCode(shown.code);
  if (code === null) return refuse("unknown-link", 404);
  const token = tokenOfCode(linkKey(), code);
  return tokenMayCall(token) ? { token, known: charge.giveBack } : refuse("slow-down", 429);
}

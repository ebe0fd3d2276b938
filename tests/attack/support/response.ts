import { fromBase64Url, toBase64Url } from "@/lib/sealing/base64url";
import { owned } from "@/lib/sealing/bytes";
import { readyAnswer } from "../../support/respondent";
import { Q1, roundOf } from "../../support/round";

/** A response as the page sends it: its four parts in base64url. */
export type SentResponse = Readonly<
  Record<"message" | "signature" | "sealed" | "withdrawalHash", string>
>;

/** A response that is ready to send, with a credential of its own. */
export async function readyResponse(quarter = Q1): Promise<SentResponse> {
  const { sealed } = await readyAnswer(await roundOf(quarter), { unit: "A" });
  const { message, signature, withdrawalHash } = sealed;
  return {
    message: toBase64Url(message),
    signature: toBase64Url(signature),
    sealed: toBase64Url(sealed.sealed),
    withdrawalHash: toBase64Url(withdrawalHash),
  };
}

/** The same as the collector's core takes it. */
export function asReceived({ message, signature, sealed, withdrawalHash }: SentResponse) {
  return {
    message: owned(fromBase64Url(message)),
    signature: owned(fromBase64Url(signature)),
    sealed: owned(fromBase64Url(sealed)),
    withdrawalHash: owned(fromBase64Url(withdrawalHash)),
  };
}

/** Only what the doors said. */
export async function statuses(replies: readonly Promise<Response>[]): Promise<number[]> {
  return (await Promise.all(replies)).map(({ status }) => status);
}

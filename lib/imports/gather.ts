import { MAX_BYTES } from "./decode";
import type { Problem } from "./problem";

export type Gathered =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: Problem };

/** The bytes of an upload as they arrive. Stops reading (and ends the source) at the first chunk over the limit. */
export async function gather(
  chunks: AsyncIterable<Uint8Array>,
  limit: number = MAX_BYTES,
): Promise<Gathered> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) return { ok: false, problem: { code: "too-large", line: 0, column: "" } };
    parts.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { ok: true, bytes };
}

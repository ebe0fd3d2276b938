import type { Call } from "./call";

/** A request's body, unless it has more than so many bytes: then null, and no more of it is read. */
export async function bodyWithin(call: Call, most: number): Promise<Uint8Array | null> {
  if (Number(call.headers.get("content-length") ?? 0) > most) return null;
  const whole = new Uint8Array(most);
  let size = 0;
  for await (const chunk of call.body ?? []) {
    if (size + chunk.length > most) return null;
    whole.set(chunk, size);
    size += chunk.length;
  }
  return whole.subarray(0, size);
}

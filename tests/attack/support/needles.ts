/** The forms in which a secret can lie in a file: UTF-8, UTF-16, hex, and base64 at each of its three offsets. */
export function needlesOf(secret: string): readonly Uint8Array[] {
  const plain = Buffer.from(secret, "utf8");
  const base64 = [0, 1, 2].map((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), plain]).toString("base64");
    // What lies wholly inside the secret, whatever stands around it.
    return shifted.slice(offset === 0 ? 0 : 4, -4);
  });
  const hex = plain.toString("hex");
  const url = base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
  const texts = [secret, hex, ...base64, ...url];
  return [...new Set(texts)]
    .map((text) => Buffer.from(text))
    .concat(Buffer.from(secret, "utf16le"));
}

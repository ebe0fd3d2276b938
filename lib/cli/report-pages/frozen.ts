import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [toGzip, toBrotli] = [promisify(gzip), promisify(brotliCompress)];

export type Encoding = "identity" | "gzip" | "br";

/** A page as it goes out, ready in every encoding. */
export type Frozen = {
  /** SHA-256 of the page, hex. */
  readonly mark: string;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
};

/** Compresses a page once, well: the last tenth would take six times as long, and the first reader waits. */
export async function frozen(markup: string): Promise<Frozen> {
  const page = Buffer.from(markup);
  const [small, smallest] = await Promise.all([
    toGzip(page, { level: 9 }),
    toBrotli(page, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: page.length,
      },
    }),
  ]);
  return {
    mark: createHash("sha256").update(page).digest("hex"),
    bodies: { identity: page, gzip: small, br: smallest },
  };
}

/** The smallest encoding that a request's Accept-Encoding allows (RFC 9110, 12.5.3). */
export function encodingFor(accepted: string | undefined): Encoding {
  const weights = new Map(
    (accepted ?? "").split(",").map((one) => {
      const [name = "", weight = "1"] = one.toLowerCase().split(/\s*;\s*q=/);
      return [name.trim(), Number(weight)];
    }),
  );
  const takes = (encoding: Encoding) => (weights.get(encoding) ?? 0) > 0;
  if (takes("br")) return "br";
  return takes("gzip") ? "gzip" : "identity";
}

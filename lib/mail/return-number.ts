/** How a mail's return number (a UUID) is written in an address: told apart from whatever else stands there. */
export const returnMark = (returnNumber: string): string =>
  `r${returnNumber.replaceAll("-", "").toLowerCase()}`;

/** The sender of a mail's envelope: `returns@x.example` with the number after a + (RFC 5233, as VERP does). */
export function returnAddress(mailbox: string, returnNumber: string): string {
  const at = mailbox.lastIndexOf("@");
  return `${mailbox.slice(0, at)}+${returnMark(returnNumber)}${mailbox.slice(at)}`;
}

/** In the recipient of a return, or in the Message-ID of the mail that it tells of. */
const MARK = /(?<![0-9a-z])r([0-9a-f]{32})(?:\.\d{1,3})?@/gi;

const asUuid = (hex: string) =>
  hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** The one return number that a return names anywhere; null when there is none, or several. */
export function returnNumberIn(texts: readonly string[]): string | null {
  const found = new Set(
    texts.flatMap((text) => [...text.matchAll(MARK)].map(([, hex = ""]) => asUuid(hex))),
  );
  const [first, ...more] = found;
  return first !== undefined && more.length === 0 ? first : null;
}

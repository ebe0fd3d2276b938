const DAY_MS = 86_400_000;

/** RFC 9116 asks for less than a year; whoever reads a cached copy should not read an old one. */
const VALID_DAYS = 180;

/**
 * The text of /.well-known/security.txt (RFC 9116). `contact`: a mailto: or https: address. `origin`: where the
 * app answers. It is computed anew for every day, so it never expires while somebody runs it.
 */
export function securityTxt(contact: string, origin: string, now: Date): string {
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const lines = [
    ["Contact", contact],
    ["Expires", new Date(midnight + VALID_DAYS * DAY_MS).toISOString()],
    ["Preferred-Languages", "sv, en"],
    ["Canonical", new URL("/.well-known/security.txt", origin).href],
    ["Policy", new URL("/security#report", origin).href],
  ];
  return lines.map(([name, value]) => `${name}: ${value}\n`).join("");
}

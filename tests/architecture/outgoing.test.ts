import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const text = readFileSync("docs/security/boundaries.md", "utf8");

const files = ["app", "components", "lib"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => path.join(folder, file))
    .filter((file) => /[.](tsx?|mjs)$/.test(file)),
);

const codeOf = (file: string) => readFileSync(file, "utf8");
const holding = (what: RegExp) => files.filter((file) => what.test(codeOf(file))).sort();

/** The files in the first column of the table under a heading. */
function listed(heading: string): string[] {
  const [, section = ""] = text.split(`## ${heading}\n`);
  const [block = ""] = section.split("\n## ");
  return [...block.matchAll(/^\| `([^`]+)` \|/gm)].map(([, file = ""]) => file).sort();
}

/** Whatever opens a line to somewhere: fetch, a mail transport, and Node's own ways. */
const ASKS =
  /\bfetch\(|createTransport\(|import \{[^}]*\b(request|get|connect|createConnection|lookup|resolve)\b[^}]*\} from "node:(https?|http2|net|tls|dgram|dns)|from "(undici|axios|got|ws)"/;

describe("what goes out", () => {
  test("is asked for in the listed places alone", () => {
    expect(listed("Requests that Sorti makes").length).toBeGreaterThan(5);
    expect(holding(ASKS)).toEqual(listed("Requests that Sorti makes"));
  });

  test("and the look bites, however a line is opened", () => {
    for (const careless of [
      "await fetch(address)",
      'import { request } from "node:https"',
      'import { createConnection, Socket } from "node:net"',
      'import ax from "axios"',
      "nodemailer.createTransport(url)",
    ]) {
      expect(ASKS.test(careless), careless).toBe(true);
    }
    expect(ASKS.test("const prefetch = 1; fetched(address)")).toBe(false);
  });

  test("follows no redirect, where a server asks: what is asked is an address of the settings", () => {
    const servers = holding(/\bfetch\(/).filter((file) =>
      /^lib\/(?!cli\/commands|answering)/.test(file),
    );
    expect(servers.length).toBeGreaterThan(2);
    const careless = servers.filter((file) => !/redirect: "(error|manual)"/.test(codeOf(file)));
    expect(careless).toEqual([]);
  });

  test("is told by whom it is answered: nothing here believes a certificate that does not hold", () => {
    expect(holding(/rejectUnauthorized|TLS_REJECT_UNAUTHORIZED|checkServerIdentity/)).toEqual([]);
  });
});

test("programs are started in the listed places alone, and never by a shell", () => {
  expect(holding(/from "node:child_process"/)).toEqual(listed("Programs that Sorti starts"));
  expect(holding(/\bexecSync\(|shell: true/)).toEqual([]);
});

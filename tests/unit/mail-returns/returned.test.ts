import { describe, expect, it } from "vitest";
import { returnAddress, returnMark, returnNumberIn } from "@/lib/mail/return-number";
import { readReturned } from "@/lib/mail/returned";

const NUMBER = "3f2c9a10-7b1e-4c55-9d42-0a1b2c3d4e5f";
const MARK = returnMark(NUMBER);

type Parts = { readonly to?: string; readonly of?: string };

const mail = (type: string, report: string, { to, of }: Parts = {}) =>
  new TextEncoder().encode(
    [
      "From: MAILER-DAEMON@mx.example",
      `To: ${to ?? "returns@exit.example"}`,
      "Subject: Undelivered mail",
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; boundary="part"',
      "",
      "--part",
      "Content-Type: text/plain",
      "",
      "The mail could not be delivered.",
      "--part",
      `Content-Type: ${type}`,
      "",
      report,
      "--part",
      "Content-Type: text/rfc822-headers",
      "",
      of ?? `Message-ID: <${MARK}.0@exit.example>`,
      "Subject: Hello",
      "--part--",
      "",
    ].join("\r\n"),
  );

const dsn = (action: string, status: string, parts?: Parts) =>
  mail(
    "message/delivery-status",
    [
      "Reporting-MTA: dns; mx.example",
      "",
      "Final-Recipient: rfc822; somebody@x.example",
      `Action: ${action}`,
      `Status: ${status}`,
      "Diagnostic-Code: smtp; 550 5.1.1 no such",
      "  mailbox",
    ].join("\r\n"),
    parts,
  );

const feedback = (type: string) =>
  mail("message/feedback-report", `Feedback-Type: ${type}\r\nUser-Agent: Some/1.0\r\nVersion: 1`);

describe("a mail that comes back", () => {
  it.each([
    ["5.1.1", "no-mailbox"],
    ["5.1.10 (no such recipient)", "no-mailbox"],
    ["5.2.1", "no-mailbox"],
    ["5.4.4", "no-mailbox"],
    ["5.2.2", "full"],
    ["4.2.2", "full"],
    ["4.4.7", "no-answer"],
    ["5.4.7", "no-answer"],
    ["5.7.1", "refused"],
    ["5.0.0", "refused"],
  ])("with the status %s is told as %s", async (status, report) => {
    expect(await readReturned(dsn("failed", status))).toEqual({ number: NUMBER, report });
  });

  it.each(["delayed", "delivered", "relayed", "expanded"])(
    "is none when it is only %s",
    async (action) => {
      expect(await readReturned(dsn(action, "4.4.1"))).toBeNull();
    },
  );

  it("is known by its envelope when the server sends nothing of the mail itself", async () => {
    const to = returnAddress("returns@exit.example", NUMBER);
    expect(to).toBe(`returns+${MARK}@exit.example`);
    const read = await readReturned(dsn("failed", "5.1.1", { to, of: "Subject: x" }));
    expect(read?.number).toBe(NUMBER);
  });

  it("of no known number, or of two, is nobody's", async () => {
    expect(await readReturned(dsn("failed", "5.1.1", { of: "Message-ID: <1@x>" }))).toBeNull();
    const other = returnMark("00000000-0000-4000-8000-000000000000");
    expect(returnNumberIn([`<${MARK}.0@x>`, `<${other}.1@x>`])).toBeNull();
    expect(returnNumberIn([`<${MARK}.0@x>`, `returns+${MARK.toUpperCase()}@x`])).toBe(NUMBER);
  });
});

describe("a report of spam", () => {
  it("is a complaint, unless it says that the mail was none", async () => {
    expect(await readReturned(feedback("abuse"))).toEqual({ number: NUMBER, report: "complaint" });
    expect(await readReturned(feedback("not-spam"))).toBeNull();
  });
});

it("a reply from somebody, a mail that is too large and one that is no mail say nothing", async () => {
  const text = (said: string) => new TextEncoder().encode(said);
  expect(await readReturned(text(`To: <${MARK}@x>\r\n\r\nI am on holiday.`))).toBeNull();
  expect(await readReturned(new Uint8Array(1024 * 1024 + 1))).toBeNull();
  expect(await readReturned(new Uint8Array())).toBeNull();
});

import { describe, expect, it } from "vitest";
import { sendWithdrawal } from "@/lib/answering/calls";

const RECEIPT = "7K2M-9QXD-0123-4567-89AB";

type Sent = { readonly url: string; readonly init: RequestInit };

/** A collector that answers so, and what it was sent. */
function collector(answer: () => Response) {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return answer();
  };
  return { sent, line: { collector: "", fetch } };
}

const status = (code: number, error = "") =>
  collector(() =>
    code === 204 ? new Response(null, { status: 204 }) : Response.json({ error }, { status: code }),
  );

describe("taking an answer back", () => {
  it("sends the code alone, in the body: no cookie, no referrer, nothing in the address", async () => {
    const { sent, line } = status(204);
    expect(await sendWithdrawal(line, RECEIPT)).toEqual({ state: "received" });
    expect(sent).toEqual([
      {
        url: "/api/survey/withdrawals",
        init: {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: '{"receipt":"7K2M9QXD0123456789AB"}',
          credentials: "omit",
          referrerPolicy: "no-referrer",
          cache: "no-store",
          redirect: "error",
        },
      },
    ]);
  });

  it.each(["7k2m9qxdo1234567 89ab", "  7K2M 9QXD OI23 4567 89AB\n", "7K2M-9QXD-0l23-4567-89AB"])(
    "reads a code as people write it: %j",
    async (typed) => {
      const { sent, line } = status(204);
      await sendWithdrawal(line, typed);
      expect(sent.map(({ init }) => init.body)).toEqual(['{"receipt":"7K2M9QXD0123456789AB"}']);
    },
  );

  it.each([
    "",
    "tomat",
    "7K2M-9QXD-0123-4567",
    "7K2M-9QXD-0123-4567-89ABC",
    "7K2M-9QXD-UUUU-4567-89AB",
  ])("keeps on the device what is no code: %j", async (typed) => {
    const { sent, line } = status(204);
    expect(await sendWithdrawal(line, typed)).toEqual({ state: "no-receipt" });
    expect(sent).toEqual([]);
  });

  it("says why it did not go", async () => {
    const replyTo = (code: number, error: string) =>
      sendWithdrawal(status(code, error).line, RECEIPT);
    expect(await replyTo(400, "malformed")).toEqual({ state: "no-receipt" });
    expect(await replyTo(410, "receiving-stopped")).toEqual({ state: "receiving-stopped" });
    expect(await replyTo(429, "slow-down")).toEqual({ state: "trouble", trouble: "slow-down" });
    expect(await replyTo(500, "")).toEqual({ state: "trouble", trouble: "server" });
  });

  it("can be tried again when the network was lost", async () => {
    const { line } = collector(() => {
      throw new TypeError("Failed to fetch");
    });
    expect(await sendWithdrawal(line, RECEIPT)).toEqual({ state: "trouble", trouble: "offline" });
    expect(await sendWithdrawal(status(204).line, RECEIPT)).toEqual({ state: "received" });
  });
});

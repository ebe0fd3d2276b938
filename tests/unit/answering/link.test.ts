import { describe, expect, it } from "vitest";
import { addressWithoutToken, tokenFrom } from "@/lib/answering/link";

describe("the link's token", () => {
  it.each([
    ["after the #", { pathname: "/svar", hash: "#3xAmpLe_t0ken-1" }],
    [
      "after a # that the mail program wrote as %23",
      { pathname: "/svar%233xAmpLe_t0ken-1", hash: "" },
    ],
  ])("is found %s", (_, address) => {
    expect(tokenFrom(address)).toBe("3xAmpLe_t0ken-1");
    expect(addressWithoutToken(address)).toBe("/svar");
  });

  it.each(["", "#", "#main", "#<script>alert(1)</script>"])("is not %j", (hash) => {
    expect(tokenFrom({ pathname: "/svar", hash })).toBeNull();
  });

  it("is a letter's code when the QR code opened the page", () => {
    const address = { pathname: "/svar", hash: "#04HMASW9NF6YY41JT" };
    expect(tokenFrom(address)).toBe("04HMASW9NF6YY41JT");
  });
});

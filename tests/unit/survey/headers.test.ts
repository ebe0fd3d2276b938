import { describe, expect, it } from "vitest";
import { surveyAssetHeaders, surveyHeaders } from "@/lib/survey/headers";

const styleHash = "c3R5bGU=";

describe("the survey page may load nothing but itself", () => {
  it("allows its own script, the one style by its hash and the icon inside it, and no markup from strings", () => {
    expect(surveyHeaders({ styleHash })["Content-Security-Policy"]).toBe(
      "default-src 'none'; script-src 'self'; style-src 'sha256-c3R5bGU='; connect-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });

  it("may also ask the issuer, when another party runs it", () => {
    expect(
      surveyHeaders({ styleHash, issuerOrigin: "https://utfardare.exempel.se" })[
        "Content-Security-Policy"
      ],
    ).toContain("connect-src 'self' https://utfardare.exempel.se;");
  });

  it("is not kept by the browser, and tells nobody where the person came from", () => {
    expect(surveyHeaders({ styleHash })).toMatchObject({
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
    });
  });

  it("lets only files whose name changes with their content be kept", () => {
    expect(surveyAssetHeaders({ styleHash })["Cache-Control"]).toBe(
      "public, max-age=31536000, immutable",
    );
  });
});

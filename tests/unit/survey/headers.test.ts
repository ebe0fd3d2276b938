import { describe, expect, it } from "vitest";
import { surveyAssetHeaders, surveyHeaders } from "@/lib/survey/headers";

describe("the survey page may load nothing but itself", () => {
  it("allows its own script, style and image, and no markup from strings", () => {
    expect(surveyHeaders({})["Content-Security-Policy"]).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });

  it("may also ask the issuer, when another party runs it", () => {
    expect(
      surveyHeaders({ issuerOrigin: "https://utfardare.exempel.se" })["Content-Security-Policy"],
    ).toContain("connect-src 'self' https://utfardare.exempel.se;");
  });

  it("is not kept by the browser, and tells nobody where the person came from", () => {
    expect(surveyHeaders({})).toMatchObject({
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
    });
  });

  it("lets only files whose name changes with their content be kept", () => {
    expect(surveyAssetHeaders({})["Cache-Control"]).toBe("public, max-age=31536000, immutable");
  });
});

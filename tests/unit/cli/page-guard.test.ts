import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { type Guard, guardPage } from "@/lib/cli/page-guard";

const nonces = ["Zmlyc3Q=", "c2Vjb25k"];

function guarded(path: string, headers: IncomingMessage["headers"], wish: Partial<Guard> = {}) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, headers);
  const response = new ServerResponse(request);
  const left = [...nonces];
  guardPage(path, request, response, {
    ...{ secure: false, trustedProxies: 0, nonce: () => left.shift() ?? "" },
    ...wish,
  });
  const policy = String(response.getHeader("Content-Security-Policy") ?? "");
  return { asked: request.headers, said: response.getHeaders(), policy };
}

describe("every page of the app", () => {
  test("runs the scripts of this very answer and what they load, and nothing else", () => {
    const { policy, asked } = guarded("/hr/units", {});
    expect(policy).toContain("script-src 'nonce-Zmlyc3Q=' 'strict-dynamic';");
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    for (const closed of ["base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
      expect(policy).toContain(closed);
    }
    // The framework reads the nonce here and writes it on its scripts.
    expect(asked["content-security-policy"]).toBe(policy);
  });

  test("takes no policy from whoever asks: a nonce of their choice would run their script", () => {
    const theirs = { "content-security-policy": "script-src 'nonce-mine'" };
    const report = { "content-security-policy-report-only": "script-src 'nonce-mine'" };
    for (const path of ["/", "/api/imports/units", "/api/survey/manifest"]) {
      const { asked } = guarded(path, { ...theirs, ...report });
      expect(JSON.stringify(asked)).not.toContain("mine");
    }
  });

  test("is not guessed, framed, read from elsewhere or named to other sites", () => {
    expect(guarded("/", {}).said).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
    });
  });

  test("over HTTPS is never asked for without it again; on one's own machine it may be", () => {
    const name = "strict-transport-security";
    expect(guarded("/", {}, { secure: true }).said[name]).toMatch(/^max-age=6307.*includeSub/);
    expect(guarded("/api/survey/manifest", {}, { secure: true }).said[name]).toBeDefined();
    expect(guarded("/", {}).said[name]).toBeUndefined();
  });
});

test("a call is given nothing to run; those with stricter headers of their own keep them", () => {
  expect(guarded("/api/imports/units", {}).policy).toMatch(/^default-src 'none'; frame-/);
  for (const path of ["/api/survey/manifest", "/api/reminders", "/api/subscriptions/x"]) {
    expect(guarded(path, {}).said).toEqual({});
  }
  expect(guarded("/api/surveyor", {}).policy).not.toBe("");
});

test("who the proxy says was asked counts only where there is a proxy", () => {
  const claimed = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
  expect(guarded("/", claimed).asked["x-forwarded-host"]).toBeUndefined();
  expect(guarded("/", claimed).asked["x-forwarded-proto"]).toBeUndefined();
  expect(guarded("/", claimed, { trustedProxies: 1 }).asked).toMatchObject(claimed);
});

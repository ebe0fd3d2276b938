/**
 * `styleHash`: SHA-256 of the style inside the page, base64. `issuerOrigin`: where invitation and credential
 * are asked, when that is another party's server. `collectorOrigin`: where manifest and answers go, when a
 * host of its own hands out the page.
 */
export type SurveySources = {
  readonly styleHash: string;
  readonly issuerOrigin?: string;
  readonly collectorOrigin?: string;
};

const PERMISSIONS = ["camera", "geolocation", "microphone", "payment", "usb", "browsing-topics"];

/** What no page of ours asks of a device, as Permissions-Policy says it. */
export const CLOSED_FEATURES = PERMISSIONS.map((feature) => `${feature}=()`).join(", ");

/**
 * The response headers of the survey page, for whichever server hands it out (design 2, survey page).
 * No inline code, one style by its hash, no image but the icon inside the page, no third party, no markup from
 * strings, nothing remembered of the page itself.
 */
export function surveyHeaders(sources: SurveySources): Readonly<Record<string, string>> {
  const { styleHash, issuerOrigin, collectorOrigin } = sources;
  const parties = [collectorOrigin, issuerOrigin].filter((origin) => origin !== undefined);
  const connect = ["connect-src", "'self'", ...new Set(parties)].join(" ");
  return {
    "Content-Security-Policy": [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'sha256-${styleHash}'`,
      connect,
      "img-src data:",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join("; "),
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": CLOSED_FEATURES,
  };
}

/** The same for its hashed files, whose names change with their content: they may be kept for a year. */
export function surveyAssetHeaders(sources: SurveySources): Readonly<Record<string, string>> {
  return { ...surveyHeaders(sources), "Cache-Control": "public, max-age=31536000, immutable" };
}

/** A call's answer leaves no trace on the way: nothing cached, nothing remembered, no referrer, nothing run. */
export const surveyCallHeaders = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
} as const;

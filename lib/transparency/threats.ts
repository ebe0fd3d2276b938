/**
 * The rows of the threat table: on the security page, and in docs/threat-model.md with the tests that attack
 * each. `limit`: what the promise does not cover, and says so.
 */
export const THREATS = [
  { id: "hr", limit: false },
  { id: "issuer", limit: false },
  { id: "collector", limit: false },
  { id: "both", limit: false },
  { id: "one-custodian", limit: false },
  { id: "both-custodians", limit: true },
  { id: "counting", limit: true },
  { id: "invented", limit: true },
  { id: "per-person", limit: false },
  { id: "scanner", limit: false },
  { id: "proxy", limit: false },
  { id: "colleague", limit: false },
  { id: "stuffer", limit: false },
] as const;

/** What remains, whoever runs it. Published, not hidden. */
export const RESIDUAL_RISKS = [
  "script",
  "custodians",
  "counting",
  "invented",
  "device",
  "words",
  "participation",
  "host",
  "history",
] as const;

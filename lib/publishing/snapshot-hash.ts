import { createHash } from "node:crypto";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import { canonicalJson } from "@/lib/sealing/canonical";

/** SHA-256 of a snapshot's canonical JSON, hex: what the public log records. */
export function snapshotHash(snapshot: ReportSnapshot): string {
  return createHash("sha256").update(canonicalJson(snapshot)).digest("hex");
}

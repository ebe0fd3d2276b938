import type { Quarter } from "@/lib/quarters/quarter";
import type { Manifest, SignedManifest } from "@/lib/rounds/manifest";
import type { RoundState } from "@/lib/rounds/state";

/** A round's public record. */
export type RoundRecord = {
  readonly quarter: Quarter;
  readonly slot: number;
  readonly state: RoundState;
  readonly manifest: Manifest;
  readonly manifestHash: Uint8Array<ArrayBuffer>;
  readonly signed: SignedManifest;
  readonly receivingStops: Date | null;
  readonly issued: number | null;
  readonly received: number | null;
  readonly counted: number | null;
  readonly withdrawn: number | null;
  readonly dropped: number | null;
};

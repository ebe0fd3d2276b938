import { collectorOrigin } from "@/lib/env";
import { manifestHash } from "@/lib/rounds/check";
import { signedManifestSchema } from "@/lib/rounds/manifest";

/** There is no round to answer in yet: the mail waits. */
export class NoRound extends Error {
  override readonly name = "NoRound";
  readonly code = "no round";
}

/**
 * The hash of the manifest that the survey page is served right now, hex. Asked for over HTTP like any
 * client does: the side that mails shares no database with the side that collects.
 */
export async function currentManifestHash(): Promise<string> {
  const address = new URL("/api/survey/manifest", collectorOrigin());
  const asked = { redirect: "error", signal: AbortSignal.timeout(10_000) } as const;
  const reply = await fetch(address, asked).catch(() => null);
  if (!reply?.ok) throw new NoRound("There is no open round to invite to.");
  const { manifest } = signedManifestSchema.parse(await reply.json());
  return Buffer.from(await manifestHash(manifest)).toString("hex");
}

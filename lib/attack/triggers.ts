import type { Ask, Side } from "./ask";

/** SHA-256 of what a trigger's function does, as its migration wrote it. */
const ROUNDS = "b3b6a5cfbddad6ab548348b3678de2e94c41ddf180f1dee5f334a41719170f84";
const LOG = "d0675af4952f991fb63895399b5f30e7a2f9b8b3b656ff25e26f31b3399f977b";
const ISSUER_ROUNDS = "e3d982c0e7bc70a682bf91758e392760574a4bc58cfb9c7decdb5da6de6c1f5f";

/**
 * The only triggers there may be where answers, links and releases lie: those that keep a round from going back
 * and the log from changing.
 */
const WRITTEN: Readonly<Record<Side, Readonly<Record<string, string>>>> = {
  employer: {
    "issuer.rounds forward_only": ISSUER_ROUNDS,
  },
  collector: {
    "release.log append_only": LOG,
    "release.log never_emptied": LOG,
    "release.rounds forward_only": ROUNDS,
    "release.rounds never_emptied": ROUNDS,
  },
};

const FOUND = `
  SELECT n.nspname || '.' || c.relname || ' ' || tgname AS name, tgenabled = 'O' AS enabled,
    encode(sha256(convert_to(prosrc, 'UTF8')), 'hex') AS does
  FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_proc p ON p.oid = tgfoid
  WHERE n.nspname = ANY($1) ORDER BY 1`;

type Found = { readonly name: string; readonly enabled: boolean; readonly does: string };

/** Triggers beyond the written ones, which could note an arrival, and written ones that are gone, off or rewritten. */
export async function triggerLeaks(
  ask: Ask,
  side: Side,
  schemas: readonly string[],
): Promise<string[]> {
  const found = await ask<Found>(side, FOUND, [schemas]);
  const written = Object.entries(WRITTEN[side]);
  const foreign = found.filter(({ name }) => WRITTEN[side][name] === undefined);
  const broken = written.filter(
    ([name, does]) => !found.some((one) => one.name === name && one.enabled && one.does === does),
  );
  return [
    ...foreign.map(({ name }) => `${name}: a trigger that is not written`),
    ...broken.map(([name]) => `${name}: this trigger is missing, switched off or rewritten`),
  ];
}

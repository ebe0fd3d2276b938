import type { Ask, Side } from "./ask";

/** SHA-256 of what each trigger function does, as its migration wrote it. */
const DOES = {
  changeOnce: "a8b8505ec6ec6f48a104b87da768aa17adde0e6d054f2a43cb39645258fa0c32",
  checkConfirmation: "c014295edbb0d48063e2af3f9113fb7d744cc81dc6535d33a72a3fbe612016cc",
  keepAccesses: "58e084061551222a1949f78377f6ab2a328150e640b74bc8bec2b171cfb3d45e",
  keepConfirmed: "83e96a2fb6d88f914031660897c0c18cbde21063a7ef78c1783cd42956585244",
  issuerRoundsForward: "e3d982c0e7bc70a682bf91758e392760574a4bc58cfb9c7decdb5da6de6c1f5f",
  versionsKept: "c1e5721d5f5cd5d7766c79c4440343ebf3c5c9e3cf92649a945f06b119cfed16",
  logGrows: "d0675af4952f991fb63895399b5f30e7a2f9b8b3b656ff25e26f31b3399f977b",
  readByTwo: "730b133a15b44fe25efb127d2882ec6e678d21c0b8550d967fb6762eb653fd27",
  codingEndsOnce: "b3898b5107c006c57865e60a9dd58ea06e15ece2c5187437dca9d088da558436",
  onlyOfFinished: "8ec33890d2cad7194c410e26675dccb3292623f71952995848ed1a3927600b8c",
  onlyWhenEnded: "77b4d18ca8313566c65e5a19c584dfaabc49021b41e616dc313611801303cad0",
  roundsForward: "b3b6a5cfbddad6ab548348b3678de2e94c41ddf180f1dee5f334a41719170f84",
} as const;

/**
 * The only triggers there may be, as `schema.table name`. They forbid and write nothing: a round never goes
 * back, the logs and the versions of the questionnaire stay as they are, a change is decided
 * once, two people read a comment, nobody confirms their own import, and
 * a confirmed import takes nobody else in. A test holds the list against the migrations.
 */
export const WRITTEN_TRIGGERS: Readonly<Record<Side, Readonly<Record<string, string>>>> = {
  employer: {
    "identity.accesses keep_accesses": DOES.keepAccesses,
    "identity.confirmations check_confirmation": DOES.checkConfirmation,
    "identity.departures keep_confirmed": DOES.keepConfirmed,
    "issuer.rounds forward_only": DOES.issuerRoundsForward,
  },
  collector: {
    "accounts.accesses keep_accesses": DOES.keepAccesses,
    "operator.changes change_once": DOES.changeOnce,
    "operator.changes never_emptied": DOES.changeOnce,
    "operator.questionnaires kept": DOES.versionsKept,
    "operator.questionnaires never_emptied": DOES.versionsKept,
    "redaction.codings ends_once": DOES.codingEndsOnce,
    "redaction.codings never_emptied": DOES.codingEndsOnce,
    "redaction.comments only_when_ended": DOES.onlyWhenEnded,
    "redaction.comments read_by_two": DOES.readByTwo,
    "release.log append_only": DOES.logGrows,
    "release.log never_emptied": DOES.logGrows,
    "release.paraphrases only_of_finished": DOES.onlyOfFinished,
    "release.rounds forward_only": DOES.roundsForward,
    "release.rounds never_emptied": DOES.roundsForward,
    "release.themes only_of_finished": DOES.onlyOfFinished,
  },
};

/** The server's own checks of foreign keys are triggers too, marked as internal. */
const FOUND = `
  SELECT n.nspname || '.' || c.relname || ' ' || tgname AS name, tgenabled = 'O' AS enabled,
    encode(sha256(convert_to(prosrc, 'UTF8')), 'hex') AS does
  FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_proc p ON p.oid = tgfoid
  WHERE NOT tgisinternal ORDER BY 1`;

type Found = { readonly name: string; readonly enabled: boolean; readonly does: string };

/** Triggers beyond the written ones, which could note an arrival, and written ones that are gone, off or rewritten. */
export async function triggerLeaks(ask: Ask, side: Side): Promise<string[]> {
  const found = await ask<Found>(side, FOUND);
  const written = Object.entries(WRITTEN_TRIGGERS[side]);
  const foreign = found.filter(({ name }) => WRITTEN_TRIGGERS[side][name] === undefined);
  const broken = written.filter(
    ([name, does]) => !found.some((one) => one.name === name && one.enabled && one.does === does),
  );
  return [
    ...foreign.map(({ name }) => `${name}: a trigger that is not written`),
    ...broken.map(([name]) => `${name}: this trigger is missing, switched off or rewritten`),
  ];
}

import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { namedReplayFile, sorti } from "../support/command";
import { startDemonstration } from "../support/demonstration";
import type { Server } from "./client/calls";
import { askedColumns } from "./columns";
import { type Answers, readAnswers } from "./file";
import { type Ledger, openLedger, writeResult } from "./ledger";
import { openMailBox } from "./mails";
import type { Stage } from "./play";
import { questionnaireOf } from "./questionnaire";
import { headcountFile, unitsFile } from "./region";
import { judgeNoise, playedRounds, playRounds, readAgain } from "./rounds";

/**
 * Replays real answers as an independent client, and compares what is released with the file.
 * node lib/cli/bootstrap.mjs tests/replay/run.ts FILE
 */

const GRACE_SECONDS = 5;
/** Everybody answers from one address here. */
const ADDRESS_LIMIT = 100_000;

const print = (line: string) => process.stdout.write(`${line}\n`);

/** What the custodians publish about themselves. */
async function publishedKeys(running: Stage["running"]): Promise<Server["signers"]> {
  const lines = (await sorti(running, "keys", "list")).split("\n").map((line) => line.split("\t"));
  const of = (custodian: string) =>
    lines.find(([owner, use]) => owner === custodian && use === "signing")?.[2] ?? "";
  return [of("1"), of("2")];
}

const stockholm = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" });

async function prepareRegion({ running, columns }: Stage, { rows }: Answers, today: string) {
  const write = (name: string, content: string): string => {
    const file = path.join(running.directory, name);
    writeFileSync(file, content);
    return file;
  };
  const document = write("questionnaire.json", JSON.stringify(questionnaireOf(columns)));
  await sorti(running, "questionnaire", "import", document);
  await sorti(running, "import", "units", write("units.csv", unitsFile(rows)));
  await sorti(running, "import", "headcount", write("headcount.csv", headcountFile(rows, today)));
}

async function play(stage: Stage, answers: Answers): Promise<void> {
  const { running, mails, ledger } = stage;
  const today = stockholm.format(new Date());
  const first = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
  const rounds = playedRounds(answers.rows, first);
  await prepareRegion(stage, answers, today);
  await sorti(running, "round", "open", first);
  const { drawn, shown } = await playRounds(stage, rounds, today);
  judgeNoise(stage, drawn);
  await readAgain(stage, rounds, shown);
  const people = rounds.reduce((sum, { rows }) => sum + rows.length, 0);
  const wrong = mails.count() === people ? [] : [`${mails.count()} mails came`];
  const all = people === answers.rows.length ? [] : [`${people} were played`];
  ledger.hold("all", "invited once each, all answered", `${people} people`, [...wrong, ...all]);
}

async function replay(file: string, ledger: Ledger): Promise<void> {
  const answers = readAnswers(file);
  const mails = await openMailBox();
  const running = await startDemonstration(
    {
      SMTP_URL: mails.url,
      SORTI_ADDRESS_LIMIT: String(ADDRESS_LIMIT),
      SORTI_GRACE_SECONDS: String(GRACE_SECONDS),
    },
    { empty: true },
  );
  try {
    const server = { origin: running.origin, signers: await publishedKeys(running) };
    const columns = askedColumns(answers);
    await play({ running, server, mails, ledger, columns, grace: GRACE_SECONDS }, answers);
  } finally {
    await running.stop();
    await mails.stop();
  }
}

const named = process.argv[2] ?? namedReplayFile();
if (named === undefined || !existsSync(named)) {
  print("The real answers are not here, so they were not replayed. Name their file to do it.");
  writeResult({ passed: 0, failed: 0, skipped: 1 });
} else {
  const started = performance.now();
  const ledger = openLedger(print);
  await replay(named, ledger).catch((cause: unknown) => {
    ledger.hold("all", "the replay itself", "came to its end", [String(cause)]);
  });
  print(`\n${Math.round((performance.now() - started) / 1000)} seconds`);
  const { passed, failed } = ledger.close();
  writeResult({ passed, failed, skipped: 0 });
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}

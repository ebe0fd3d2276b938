import { rmSync } from "node:fs";
import { type Command, Option } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { mayCloseEarly } from "@/lib/changes/data";
import { whyNotClosable } from "@/lib/cli/closable";
import { discardCommand } from "@/lib/cli/commands/discard";
import { giveUpCommand } from "@/lib/cli/commands/give-up";
import { planSigned, signingCommands } from "@/lib/cli/commands/sign";
import { quarterOfText } from "@/lib/cli/custodian";
import { withExchangeFile, writeExchangeFile } from "@/lib/cli/exchange-file";
import { exchangePlace } from "@/lib/cli/exchange-leftovers";
import { warnOfKeys } from "@/lib/cli/key-warning";
import { askPassphrase } from "@/lib/cli/passphrase";
import { planNextQuarter } from "@/lib/cli/plan-quarter";
import { progressLine } from "@/lib/cli/progress-line";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { closeIssuing, closeReceiving, countUnlocked, openQuarter } from "@/lib/closing/mutations";
import { env, isDemo } from "@/lib/env";
import { keyDirectory } from "@/lib/keys/directory";
import { seatsIn } from "@/lib/keys/rounds";
import { unlockCustodianKey } from "@/lib/keys/unlock";
import { isMixing } from "@/lib/mixing/data";
import type { Outcome } from "@/lib/mixing/outcome";
import { toldTo } from "@/lib/mixing/progress";
import { peelRound } from "@/lib/peeling/mutations";
import type { Quarter } from "@/lib/quarters/quarter";
import { graceSecondsOf } from "@/lib/rounds/calendar";
import { allRounds, findRound, issuingRound } from "@/lib/rounds/data";
import { cancelMix, watchedMix } from "@/lib/rounds/mutations";
import { RoundRefused } from "@/lib/rounds/state";

const operator = () => commandLineActor("operator", "sorti round");

async function open(quarter: Quarter, signatureFile?: string): Promise<void> {
  await withInstallation(async () => {
    if (signatureFile !== undefined) {
      await planSigned(operator(), quarter, signatureFile, new Date());
    } else if (!(await findRound(quarter))) {
      const secrets = [
        { passphrase: await askPassphrase(1) },
        { passphrase: await askPassphrase(2) },
      ] as const;
      await planNextQuarter(operator(), quarter, secrets, new Date());
    }
    const current = await issuingRound();
    if (!current) await openQuarter(operator(), quarter, new Date());
    const later = current && current.quarter !== quarter;
    console.log(
      later
        ? `${quarter} is planned. It opens when ${current.quarter} closes.`
        : `${quarter} is open.`,
    );
    await warnOfKeys();
  });
}

async function status(options: { json?: boolean }): Promise<void> {
  await withInstallation(async () => {
    const rounds = (await allRounds()).map(
      ({ quarter, state, issued, received, counted, receivingStops }) => ({
        quarter,
        state,
        issued,
        received,
        counted,
        receivingStops,
      }),
    );
    if (options.json) console.log(JSON.stringify(rounds));
    else console.table(rounds);
    await warnOfKeys();
  });
}

async function close(quarter: Quarter): Promise<void> {
  await withInstallation(async () => {
    const round = await findRound(quarter);
    const may = { demo: isDemo(), endsEarly: await mayCloseEarly(operator(), quarter) };
    const why = round && whyNotClosable(round, may, new Date());
    if (why) throw new Refusal(why);
    if (round?.state === "grace") {
      await closeReceiving(operator(), quarter, new Date());
      console.log(
        `${quarter}: receiving has stopped and the issuer's key is destroyed. Next, custodian 2: sorti round peel ${quarter} --out FILE`,
      );
      return;
    }
    if (!round) throw new RoundRefused("no-such-round");
    const grace = graceSecondsOf(round.manifest, env().SORTI_GRACE_SECONDS, isDemo());
    await closeIssuing(operator(), quarter, grace, new Date());
    const after = await findRound(quarter);
    console.log(
      `${quarter}: issuing has stopped. Receiving stops ${after?.receivingStops?.toISOString() ?? "later"}; then run this command again.`,
    );
    await warnOfKeys();
  });
}

async function peelCommand(quarter: Quarter, options: { out?: string }): Promise<void> {
  await withInstallation(async () => {
    const passphrase = await askPassphrase(2);
    const whose = { dir: keyDirectory(), custodian: 2, quarter } as const;
    const key = await unlockCustodianKey(whose, { passphrase });
    const place = options.out ?? exchangePlace(quarter);
    const peeled = await peelRound(operator(), quarter, key, progressLine());
    const checksum = writeExchangeFile(place, peeled);
    peeled.close();
    console.log(
      `Peeled. The file is ${place}, checksum ${checksum.slice(0, 16)}. Next: sorti round count ${quarter}`,
    );
  });
}

async function countFile(quarter: Quarter, place: string): Promise<Outcome> {
  return withExchangeFile(place, async (exchange) => {
    if (exchange.quarter !== quarter) throw new Refusal(`${place} belongs to ${exchange.quarter}.`);
    const passphrase = await askPassphrase(1);
    const whose = { dir: keyDirectory(), custodian: 1, quarter } as const;
    const key = await unlockCustodianKey(whose, { passphrase });
    const told = toldTo(progressLine(), watchedMix(quarter));
    return countUnlocked(operator(), exchange, key, told, new Date());
  });
}

async function countCommand(quarter: Quarter, options: { in?: string }): Promise<void> {
  await withInstallation(async () => {
    const place = options.in ?? exchangePlace(quarter);
    const done = await countFile(quarter, place);
    rmSync(place, { force: true });
    if (done.leftSealed) {
      console.log(
        `${quarter}: more answers were received than credentials issued. None was opened; they and their keys are left for the auditor.`,
      );
      return;
    }
    const { atoms, cells } = done.release;
    console.log(
      done.carriedOver
        ? `${quarter}: fewer than ten answers. They are sealed again and carried over to the next quarter.`
        : `${quarter} is mixed: ${atoms.length} unit results, ${cells.length} pictures. The keys on this machine are destroyed.`,
    );
    if (!seatsIn(keyDirectory()).includes(2)) {
      console.log("Custodian 2 destroys theirs with: sorti keys destroy");
    }
  });
}

async function cancel(quarter: Quarter): Promise<void> {
  await withInstallation(async () => {
    if (!(await isMixing())) throw new Refusal("No mix is running. Nothing was changed.");
    const asked = await cancelMix(operator(), quarter);
    if (!asked)
      throw new Refusal(`The mix of ${quarter} is past stopping: its figures are being written.`);
    console.log(`${quarter}: the mix stops at its next report, with nothing written.`);
  });
}

/** `sorti round open|status|close|peel|count|cancel|give-up|discard` */
export function roundCommands(program: Command): void {
  const group = program.command("round").description("a quarter's survey round");
  const step = (name: string, text: string) => group.command(`${name} <quarter>`).description(text);
  step("open", "sign the manifest with both custodians and open the round when its turn has come")
    .option("--signature <file>", "what custodian 2 signed on their own machine")
    .action((text: string, { signature }: { signature?: string }) =>
      open(quarterOfText(text), signature),
    );
  signingCommands(group);
  group
    .command("status")
    .description("every round and its totals")
    .addOption(new Option("--json", "for programs"))
    .action(status);
  step("close", "stop issuing; run again after the grace period to stop receiving").action(
    (text: string) => close(quarterOfText(text)),
  );
  step("peel", "custodian 2: take the outer layer off and shuffle")
    .option("--out <file>", "where to write the file for custodian 1")
    .action((text: string, options: { out?: string }) => peelCommand(quarterOfText(text), options));
  step("count", "custodian 1: open, count, audit, release")
    .option("--in <file>", "the file from custodian 2")
    .action((text: string, options: { in?: string }) => countCommand(quarterOfText(text), options));
  step("cancel", "ask a running mix to stop; nothing is written, and it can be begun again").action(
    (text: string) => cancel(quarterOfText(text)),
  );
  giveUpCommand(group);
  discardCommand(group);
}

import { createPrivateKey } from "node:crypto";
import { blindMessage, finalizeCredential } from "@/lib/credential/client";
import { generateIssuerKey, publicKeyOf, signBlinded } from "@/lib/credential/issuer";
import { credentialMessage } from "@/lib/credential/message";
import { permutation, type Random } from "@/lib/mixing/shuffle";
import { SEALED_LENGTHS } from "@/lib/sealing/envelope";
import { type Ask, type Leak, SIDES } from "./ask";
import { certainLinks, possibleRedemptions } from "./blindness";
import { columnLeaks, settingLeaks } from "./columns";
import { aboveChance, linksByOrder, measured } from "./order";
import { leftoverLeaks, receiptLeaks, sizeFindings, transactionLeaks } from "./physical";
import { type Finding, finding } from "./report";
import { readRights, rightsLeaks } from "./rights";

/** Who may do what, which columns there are, what the server writes down: from the live catalogue. */
export async function catalogueAttacks(
  ask: Ask,
  settings: Readonly<Record<string, string>>,
): Promise<Finding[]> {
  const [rights, columns]: [Leak[], Leak[]] = [[], []];
  let lines = 0;
  for (const side of SIDES) {
    rights.push(...(await rightsLeaks(ask, side)));
    columns.push(...(await columnLeaks(ask, side)));
    lines += (await readRights(ask, side)).size;
  }
  return [
    finding("roles", "every role, object and verb against the written matrix", rights, { lines }),
    finding("columns", "times, numbers and ties in the tables of answers and links", columns),
    finding(
      "server settings",
      "statements, values or times in a file",
      await settingLeaks(ask, settings),
    ),
  ];
}

/** What lies on the disk after the mixes: transactions, leftovers, sizes, orders. */
export async function physicalAttacks(ask: Ask): Promise<Finding[]> {
  const { leaks, sizes } = await sizeFindings(ask, SEALED_LENGTHS);
  const bySize = Object.entries(sizes).map(([size, n]): [string, number] => [
    `of ${size} bytes`,
    n,
  ]);
  return [
    finding(
      "transactions",
      "hidden xmin of every mixed round, table by table",
      await transactionLeaks(ask),
    ),
    finding("leftovers", "bytes of mixed inboxes and their overflow", await leftoverLeaks(ask)),
    finding("sizes", "sealed answers of the open round", leaks, Object.fromEntries(bySize)),
    finding("receipts", "their place on the disk against their value", await receiptLeaks(ask)),
  ];
}

const CREDENTIALS = 20;

/** Fresh credentials by the real client and issuer: could any be told from any other, private key in hand? */
export async function blindnessAttack(random: Random): Promise<Finding> {
  const secret = createPrivateKey(generateIssuerKey());
  const key = publicKeyOf(secret);
  const one = async () => {
    const message = credentialMessage(random(32), random(32));
    const state = await blindMessage(key, message, random);
    const blindSignature = signBlinded(secret, state.blinded);
    const signature = await finalizeCredential(key, state, blindSignature);
    return { blinded: state.blinded, blindSignature, message: state.prepared, signature };
  };
  const all = await Promise.all(Array.from({ length: CREDENTIALS }, one));
  const possible = possibleRedemptions(key, all, all);
  const links = certainLinks(possible);
  const pairs = possible.reduce((n, each) => n + each.length, 0);
  const missing = CREDENTIALS * CREDENTIALS - pairs;
  const sentence = `${missing} pairs of issuance and answer can be ruled out, ${links} are certain.`;
  const leaks = missing > 0 ? [{ attack: "blindness", sentence }] : [];
  return finding("blindness", "pairs of issuance and answer that are possible", leaks, { pairs });
}

const [RUNS, PEOPLE] = [60, 200];

/** The shuffle that the mix uses, laid beside the order of arrival again and again. */
export function shuffleAttack(random: Random): Finding {
  const arrival = Array.from({ length: PEOPLE }, (_, i) => i);
  const runs = Array.from({ length: RUNS }, () =>
    linksByOrder(arrival, [...permutation(PEOPLE, random)]),
  );
  const links = measured(runs);
  const sentence = `The mixed order still tells the order of arrival: ${links.mean} of ${PEOPLE} on average.`;
  const leaks = aboveChance(links) > 5 ? [{ attack: "order", sentence }] : [];
  const figures = { mean: links.mean, "standard error": links.standardError };
  return finding(
    "order",
    `links by order, ${RUNS} times ${PEOPLE} people (chance is 1)`,
    leaks,
    figures,
  );
}

/** What is left in files that should be gone or sealed; `found` by whoever can read the disk. */
export function fileAttack(seen: {
  readonly searched: number;
  readonly inTheClear: readonly string[];
  readonly spentKeys: readonly string[];
  readonly exchanges: readonly string[];
}): Finding {
  const told = (files: readonly string[], what: string) =>
    files.map((file) => ({ attack: "files", sentence: `${file} ${what}.` }));
  const leaks = [
    ...told(seen.inTheClear, "holds an answer in the clear"),
    ...told(seen.spentKeys, "is the key of a mixed round and should be destroyed"),
    ...told(seen.exchanges, "is the peeled file of a mixed round and should be gone"),
  ];
  return finding("files", "answers in the clear, spent keys, peeled files", leaks, {
    "files searched": seen.searched,
  });
}

import { createPrivateKey } from "node:crypto";
import { blindMessage, finalizeCredential } from "@/lib/credential/client";
import { generateIssuerKey, publicKeyOf, signBlinded } from "@/lib/credential/issuer";
import { credentialMessage } from "@/lib/credential/message";
import { permutation, type Random } from "@/lib/mixing/shuffle";
import { SEALED_LENGTHS } from "@/lib/sealing/envelope";
import type { Ask, Leak, Side } from "./ask";
import { certainLinks, possibleRedemptions } from "./blindness";
import { columnLeaks, settingLeaks } from "./columns";
import { CHANCE, leaksOrder, linksByOrder, measured } from "./order";
import {
  commentLeaks,
  leftoverLeaks,
  receiptLeaks,
  sizeFindings,
  transactionLeaks,
} from "./physical";
import type { Attack, Seen } from "./report";
import { readRights, rightsLeaks } from "./rights";

/** Everything of every side that can be reached, one after the other. */
async function onEach(sides: readonly Side[], look: (side: Side) => Promise<Leak[]>) {
  const leaks: Leak[] = [];
  for (const side of sides) leaks.push(...(await look(side)));
  return leaks;
}

/** Who may do what, which columns there are, what the server writes down: from the live catalogue. */
export function catalogueAttacks(
  ask: Ask,
  sides: readonly Side[],
  settings: Readonly<Record<string, string>>,
): Attack[] {
  const roles = async () => {
    const sizes = await Promise.all(sides.map(async (side) => (await readRights(ask, side)).size));
    const lines = sizes.reduce((sum, size) => sum + size, 0);
    return { leaks: await onEach(sides, (side) => rightsLeaks(ask, side)), figures: { lines } };
  };
  return [
    {
      attack: "roles",
      measured: "every role, object and verb against the written matrix",
      run: roles,
    },
    {
      attack: "columns",
      measured: "times, numbers and ties in the tables of answers and links",
      run: async () => ({ leaks: await onEach(sides, (side) => columnLeaks(ask, side)) }),
    },
    {
      attack: "server settings",
      measured: "statements, values or times in a file",
      run: async () => ({ leaks: await settingLeaks(ask, settings) }),
    },
  ];
}

async function sizes(ask: Ask): Promise<Seen> {
  const { leaks, sizes } = await sizeFindings(ask, SEALED_LENGTHS);
  const bySize = Object.entries(sizes).map(([size, n]) => [`of ${size} bytes`, n] as const);
  return { leaks, figures: Object.fromEntries(bySize) };
}

/** What lies on the disk after the mixes: transactions, leftovers, sizes, orders. */
export function physicalAttacks(ask: Ask): Attack[] {
  return [
    {
      attack: "transactions",
      measured: "hidden xmin of every mixed round, table by table",
      run: async () => ({ leaks: await transactionLeaks(ask) }),
    },
    {
      attack: "leftovers",
      measured: "bytes of mixed inboxes, of comments that were read, and their overflow",
      run: async () => ({ leaks: [...(await leftoverLeaks(ask)), ...(await commentLeaks(ask))] }),
    },
    {
      attack: "sizes",
      measured: "sealed answers of the open round",
      run: () => sizes(ask),
    },
    {
      attack: "receipts",
      measured: "their place on the disk against their value",
      run: async () => ({ leaks: await receiptLeaks(ask) }),
    },
  ];
}

const CREDENTIALS = 20;

/** Fresh credentials by the real client and issuer: could any be told from any other, private key in hand? */
async function blindness(random: Random): Promise<Seen> {
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
  return { leaks, figures: { pairs } };
}

const [RUNS, PEOPLE] = [60, 200];

/** The shuffle that the mix uses, laid beside the order of arrival again and again. */
function shuffled(random: Random): Seen {
  const arrival = Array.from({ length: PEOPLE }, (_, i) => i);
  const runs = Array.from({ length: RUNS }, () =>
    linksByOrder(arrival, [...permutation(PEOPLE, random)]),
  );
  const links = measured(runs);
  const sentence = `The mixed order still tells the order of arrival: ${links.mean} of ${PEOPLE} on average.`;
  const leaks = leaksOrder(links) ? [{ attack: "order", sentence }] : [];
  const figures = { mean: links.mean, "standard error": links.standardError };
  return { leaks, figures };
}

/** This build itself, without any installation: its blinding, and the shuffle of its mix. */
export function buildAttacks(random: Random): Attack[] {
  return [
    {
      attack: "blindness",
      measured: "pairs of issuance and answer that are possible",
      run: () => blindness(random),
    },
    {
      attack: "order",
      measured: `links by order, ${RUNS} times ${PEOPLE} people (chance is ${CHANCE})`,
      run: async () => shuffled(random),
    },
  ];
}

/** What is left in files that should be gone or sealed; `found` by whoever can read the disk. */
export function fileFindings(seen: {
  readonly searched: number;
  readonly inTheClear: readonly string[];
  readonly spentKeys: readonly string[];
  readonly exchanges: readonly string[];
}): Seen {
  const told = (files: readonly string[], what: string) =>
    files.map((file) => ({ attack: "files", sentence: `${file} ${what}.` }));
  const leaks = [
    ...told(seen.inTheClear, "holds an answer in the clear"),
    ...told(seen.spentKeys, "is the key of a mixed round and should be destroyed"),
    ...told(seen.exchanges, "is the peeled file of a mixed round and should be gone"),
  ];
  return { leaks, figures: { "files searched": seen.searched } };
}

/** Keys of rounds that are mixed: all should be gone, but for the one that comments are being read with. */
export function spentKeys(
  keys: readonly string[],
  mixed: readonly string[],
  reading: string | null,
): readonly string[] {
  return keys.filter(
    (file) =>
      file !== reading && mixed.some((quarter) => file.split("/").at(-1)?.includes(quarter)),
  );
}

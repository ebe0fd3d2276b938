import { setInterval } from "node:timers";
import { closeClients } from "@/lib/db/clients";
import { countRound } from "@/lib/mixing/mutations";
import type { MixProgress } from "@/lib/mixing/progress";
import { peelRound } from "@/lib/peeling/mutations";
import { bothKeys, operator, Q1 } from "../support/round";
import { timed } from "./clock";

/** What a mix took: seconds for its parts, the audit apart, and the most memory the process held. */
export type MixTimes = {
  readonly peel: number;
  readonly open: number;
  readonly audit: number;
  readonly write: number;
  readonly megabytesBefore: number;
  readonly megabytes: number;
};

/** When each step was first heard of. */
const began = new Map<string, number>();
const watch: MixProgress = (step) => {
  if (!began.has(step)) began.set(step, performance.now());
};

let most = 0;
const look = () => {
  most = Math.max(most, process.memoryUsage.rss());
};

const [first, second] = await bothKeys(Q1);
const megabytesBefore = process.memoryUsage.rss() / 1e6;
setInterval(look, 20).unref();
const peeled = await timed(() => peelRound(operator(), Q1, second, watch));
const opening = performance.now();
await countRound(operator(), peeled.result, first, watch, new Date("2026-04-01T12:00:00Z"));
const ended = performance.now();
peeled.result.close();
look();
await closeClients();

const [audit = ended, write = ended] = [began.get("audit"), began.get("write")];
const times: MixTimes = {
  peel: peeled.ms / 1000,
  open: (audit - opening) / 1000,
  audit: (write - audit) / 1000,
  write: (ended - write) / 1000,
  megabytesBefore,
  megabytes: most / 1e6,
};
process.stdout.write(JSON.stringify(times));

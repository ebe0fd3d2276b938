import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a shell or the tests' own set-up may hold of either party. */
const OF_A_PARTY = /^(DATABASE_URL|OWNER_URL|SORTI_|SMTP_|NEXTAUTH_|NODE_ENV|PORT|VITEST|TZ)/;

/** A party's machine: its settings and nothing of the other's. */
export class Party {
  readonly settings: Readonly<Record<string, string>>;
  #server: ChildProcess | undefined;
  #printed: string[] = [];

  constructor(settings: Readonly<Record<string, string>>) {
    const plain = Object.entries(process.env).filter(([name]) => !OF_A_PARTY.test(name));
    this.settings = { ...(Object.fromEntries(plain) as Record<string, string>), ...settings };
  }

  #start(args: readonly string[], more: Readonly<Record<string, string>> = {}): ChildProcess {
    const env = { ...this.settings, ...more } as NodeJS.ProcessEnv;
    return spawn(process.execPath, ["lib/cli/sorti.mjs", ...args], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  /** Runs `sorti …` on this machine; what it printed, or throws its sentence. */
  async sorti(args: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
    const child = this.#start(args.split(" "), more);
    const printed: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => printed.push(String(chunk)));
    }
    const code = await new Promise((resolve) => child.once("close", resolve));
    if (code !== 0) throw new Error(`sorti ${args}: ${printed.join("")}`);
    return printed.join("");
  }

  /** Starts `sorti serve`, and waits until it answers. */
  async serve(): Promise<void> {
    const child = this.#start(["serve"]);
    this.#server = child;
    this.#printed = [];
    const printed = this.#printed;
    await new Promise<void>((resolve, reject) => {
      child.once("exit", () => reject(new Error(`sorti serve: ${printed.join("")}`)));
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on("data", (chunk) => {
          printed.push(String(chunk));
          if (printed.join("").includes("Sorti answers on")) resolve();
        });
      }
    });
  }

  /** The names and values that the running process was really started with, as the system knows them. */
  environment(): string {
    return readFileSync(`/proc/${this.#server?.pid}/environ`, "utf8");
  }

  /** Everything that the server has printed since its start, line by line. */
  printed(): readonly string[] {
    return this.#printed.join("").split("\n").filter(Boolean);
  }

  /** Asks the server to end as a supervisor does; how it ended, once it has. */
  async stop(): Promise<number | null> {
    const child = this.#server;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    return gone;
  }
}

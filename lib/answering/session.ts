import { normaliseLetterCode } from "@/lib/sealing/letter-code";
import { carryOver } from "@/lib/survey/answers";
import type { Answer } from "@/lib/survey/questionnaire";
import { askInvitation, type Open } from "./calls";
import { type Delivered, deliver } from "./delivery";
import { answered, answersToSend, corrected, isKnown, moved } from "./moves";
import { type Pending, preparePending, readPending } from "./pending";
import type { Person, Round, Stage, TurnedAway, Visit } from "./stage";
import { loadRound, type Surroundings, tolerant } from "./surroundings";

type Awaiting = Extract<Pending, { step: "credential" }>;
type Start = Extract<Stage, { at: "start" }>;

function freshVisit(round: Round, person: Person): Visit {
  const until = round.manifest.issuingStops;
  return { round, person, language: "", until, answers: {}, declined: [], preview: false };
}

/** A new round that does not know the unit: the person chooses again, with every answer kept. */
function choosingAgain(round: Round, { person, answers }: Awaiting): Stage {
  const visit = { ...freshVisit(round, person), answers: carryOver(round.questionnaire, answers) };
  return { at: "answering", visit, place: 0 };
}

function stageAfter(delivered: Delivered, resumed: boolean): Stage {
  switch (delivered.state) {
    case "stored":
      return { at: "sent", receipt: delivered.receipt, until: delivered.until, resumed };
    case "trouble":
      return { at: "sending", trouble: delivered.trouble };
    case "refused":
      return { at: "refused", reason: delivered.reason };
    case "lost":
      return { at: "lost", why: delivered.why };
    case "choose-again":
      return choosingAgain(delivered.round, delivered.pending);
  }
}

/**
 * One visit to the survey, from an opened link to the receipt. `stage` is always what the page shows;
 * every action settles when its effects are done. Nothing about the answers leaves before `send`.
 */
export class Session {
  stage: Stage = { at: "loading" };
  readonly #around: Surroundings;
  #token: string | null;
  readonly #show: (stage: Stage) => void;
  #pending: Pending | null = null;
  #visit: Visit | null = null;
  #resumed = false;

  /** `token`: the link's, or `null` when the page was opened without one. `show` hears of every new stage. */
  constructor(around: Surroundings, token: string | null, show: (stage: Stage) => void) {
    this.#around = { ...around, store: tolerant(around.store) };
    this.#token = token;
    this.#show = show;
  }

  /** Goes on with an answer that an earlier visit could not finish; else shows the start page. */
  async open(): Promise<void> {
    const { store, now } = this.#around;
    const pending = readPending(store.read(), now());
    if (!pending) {
      store.clear();
      return this.welcome();
    }
    this.#resumed = true;
    if (pending.step === "credential") this.#token ??= pending.request.token;
    await this.#deliver(pending);
  }

  /** Shows the start page; from the receipt of a resumed answer it lets another person begin. */
  async welcome(): Promise<void> {
    this.#to({ at: "loading" });
    const round = await this.#load({ at: "unreachable" });
    this.#resumed = false;
    if (round) this.#to(this.#start(round));
  }

  /** *Börja*: asks what the link opens. The first request that carries it, and a gesture's doing. */
  async begin(): Promise<void> {
    if (this.stage.at !== "start" || this.stage.waiting || !this.#token) return;
    const { round } = this.stage;
    this.#to({ ...this.#start(round), waiting: true });
    const reply = await askInvitation(this.#around.line, this.#token);
    if (reply.state === "open") await this.#enter(round, reply);
    else if (reply.state === "trouble") this.#to(this.#start(round, reply.trouble));
    else this.#turnAway(reply.reply);
  }

  /** A letter's code, typed: begins with it, or says false at once, without any call, when it is mistyped. */
  enter(typed: string): boolean {
    const code = normaliseLetterCode(typed);
    if (code !== null && !this.#token) {
      this.#token = code;
      void this.begin();
    }
    return code !== null;
  }

  /** Without a link anybody may see what is asked: the same pages, and nothing to send. */
  look(): void {
    if (this.stage.at !== "start" || this.#token) return;
    const { round } = this.stage;
    const [unit = ""] = Object.keys(round.manifest.tree.units);
    const [series = "leaver"] = round.manifest.series;
    const visit = { ...freshVisit(round, { unit, series }), preview: true };
    this.#to({ at: "answering", visit, place: 1 });
  }

  answer(item: string, given: Answer | null, declined = false): void {
    this.#to(answered(this.stage, item, given, declined));
  }

  correct(person: Person): void {
    this.#to(corrected(this.stage, person));
  }

  go(place: number): void {
    this.#to(moved(this.stage, place));
  }

  /** *Skicka*: blinds, seals and sends. */
  async send(): Promise<void> {
    if (this.stage.at !== "answering" || !this.#token) return;
    const { round, person } = this.stage.visit;
    if (!isKnown(round, person)) return this.go(0);
    this.#visit = this.stage.visit;
    await this.#seal(this.stage.visit, this.#token);
  }

  /** Tries again whatever failed for the moment. */
  async retry(): Promise<void> {
    const failed = this.stage.at === "sending" && this.stage.trouble !== null;
    if (failed && this.#pending) await this.#deliver(this.#pending);
    else if (failed && this.#visit && this.#token) await this.#seal(this.#visit, this.#token);
    else if (this.stage.at === "start") await this.begin();
    else if (this.stage.at === "unreachable") await this.welcome();
  }

  #to(stage: Stage): void {
    this.stage = stage;
    this.#show(stage);
  }

  #start(round: Round, trouble: Start["trouble"] = null): Start {
    return { at: "start", round, hasLink: this.#token !== null, waiting: false, trouble };
  }

  /** What is nobody's is forgotten, so that a letter's code can be typed again. */
  #turnAway(reply: TurnedAway): void {
    if (reply.why === "unknown-link") this.#token = null;
    this.#to({ at: "turned-away", reply });
  }

  async #load(otherwise: Stage): Promise<Round | null> {
    const loaded = await loadRound(this.#around);
    if (loaded.state === "loaded") return loaded.round;
    if (loaded.state === "turned-away") this.#turnAway(loaded.reply);
    else
      this.#to(loaded.state === "refused" ? { at: "refused", reason: loaded.reason } : otherwise);
    return null;
  }

  /** The page may have been open since an earlier round: the link's quarter decides. */
  async #enter(loaded: Round, { quarter, unit, series, language, until }: Open): Promise<void> {
    const current = loaded.manifest.quarter === quarter;
    const round = current ? loaded : await this.#load(this.#start(loaded, "server"));
    if (!round) return;
    const visit = { ...freshVisit(round, { unit, series }), language, until };
    this.#to({ at: "answering", visit, place: 0 });
  }

  async #seal(visit: Visit, token: string): Promise<void> {
    this.#to({ at: "sending", trouble: null });
    const { round, person } = visit;
    const given = { round, person, token, answers: answersToSend(visit) };
    const { now, random } = this.#around;
    const prepared = await preparePending({ ...given, savedAt: now() }, random).catch(() => null);
    if (prepared) await this.#deliver(prepared);
    else this.#to({ at: "sending", trouble: "server" });
  }

  async #deliver(pending: Pending): Promise<void> {
    this.#pending = pending;
    this.#to({ at: "sending", trouble: null });
    const delivered = await deliver(pending, this.#around);
    this.#pending = delivered.state === "trouble" ? delivered.pending : null;
    this.#to(stageAfter(delivered, this.#resumed));
  }
}

import { z } from "zod";
import { SCOPES, type Scope } from "@/lib/programme/scope";
import { type Day, type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { dayAt, januaryOffset } from "./calendar";
import raw from "./content.json";

/** A day told from the open quarter: month offset and day, or a turn of the year. */
const when = z.union([
  z.strictObject({ month: z.int(), day: z.int() }),
  z.strictObject({ yearsBack: z.int() }),
]);
const about = { unitCode: z.string(), what: z.string(), who: z.string() };

const content = z.strictObject({
  explanations: z.array(
    z.strictObject({
      ...about,
      evidence: z.string(),
      notedOn: when,
      appliesFrom: when,
      expires: when,
    }),
  ),
  actions: z.array(
    z.strictObject({
      ...about,
      control: z.string(),
      state: z.enum(["planned", "ongoing", "done"]),
      decidedOn: when,
      due: when,
    }),
  ),
  comments: z.array(
    z.strictObject({ quartersBack: z.int(), who: z.string(), writtenOn: when, text: z.string() }),
  ),
  decisions: z.array(
    z.strictObject({
      scope: z.enum(SCOPES),
      quartersAhead: z.int(),
      decidedOn: when,
      cost: z.int(),
      reason: z.string(),
    }),
  ),
});

type Content = z.infer<typeof content>;
type When = z.infer<typeof when>;
type Dated<Row, Days extends keyof Row> = Omit<Row, Days> & Record<Days, Day>;

/** What people at the region have written beside the numbers. Who: a role, never a name. */
export type DemoContent = {
  readonly explanations: readonly Dated<
    Content["explanations"][number],
    "notedOn" | "appliesFrom" | "expires"
  >[];
  readonly actions: readonly Dated<Content["actions"][number], "decidedOn" | "due">[];
  /** HR's comments on the reports of closed quarters. */
  readonly comments: readonly {
    readonly quarter: Quarter;
    readonly who: string;
    readonly writtenOn: Day;
    readonly text: string;
  }[];
  /** The region's decisions on whom to invite, in the order they were taken. */
  readonly decisions: readonly {
    readonly scope: Scope;
    readonly fromQuarter: Quarter;
    readonly decidedOn: Day;
    /** Whole kronor an answer. */
    readonly cost: number;
    readonly reason: string;
  }[];
};

const CONTENT = content.parse(raw);

/** The demonstration's explanations, actions, comments and decisions, with days told from the open quarter. */
export function demoContent(open: Quarter): DemoContent {
  const at = (told: When): Day =>
    "month" in told
      ? dayAt(open, told.month, told.day)
      : dayAt(open, januaryOffset(open, told.yearsBack), 1);
  return {
    explanations: CONTENT.explanations.map((row) => ({
      ...row,
      notedOn: at(row.notedOn),
      appliesFrom: at(row.appliesFrom),
      expires: at(row.expires),
    })),
    actions: CONTENT.actions.map((row) => ({
      ...row,
      decidedOn: at(row.decidedOn),
      due: at(row.due),
    })),
    comments: CONTENT.comments.map(({ quartersBack, who, writtenOn, text }) => ({
      quarter: shiftQuarter(open, -quartersBack),
      who,
      writtenOn: at(writtenOn),
      text,
    })),
    decisions: CONTENT.decisions.map(({ quartersAhead, decidedOn, ...row }) => ({
      ...row,
      fromQuarter: shiftQuarter(open, quartersAhead),
      decidedOn: at(decidedOn),
    })),
  };
}

import type { Limits } from "@/lib/disclosure/release";
import { type Day, quarterOf } from "@/lib/quarters/quarter";
import { calendarOf } from "@/lib/rounds/calendar";
import type { Questionnaire } from "@/lib/survey/questionnaire";
import type { Round, Stage } from "./stage";

type Around = {
  readonly region: string;
  readonly operator: string;
  readonly limits: Limits;
  readonly today: Day;
};

/** A round that was never signed and has no keys: it can be looked at, and nothing can be sealed for it. */
function unsignedRound(questionnaire: Questionnaire, around: Around): Round {
  const { today, ...rest } = around;
  const quarter = quarterOf(today);
  const manifest = {
    protocol: "sorti/v1",
    quarter,
    issuerKey: { n: "", e: "" },
    custodianKeys: ["", ""],
    questionnaireHash: "",
    tree: { units: { preview: "preview" }, pictured: [] },
    unitNames: {},
    groupNames: {},
    merged: {},
    series: ["leaver"],
    padSize: 4096,
    ...calendarOf(quarter),
    ...rest,
  } satisfies Round["manifest"];
  return { manifest, hash: new Uint8Array(), questionnaire };
}

/** The first part of a questionnaire that is not yet asked, as somebody without a link sees it. */
export function previewOf(questionnaire: Questionnaire, around: Around): Stage {
  const round = unsignedRound(questionnaire, around);
  const visit = {
    round,
    person: { unit: "preview", series: "leaver" as const },
    language: "",
    until: around.today,
    answers: {},
    declined: [],
    preview: true,
  };
  return { at: "answering", visit, place: 1 };
}

import { type Questionnaire, questionnaireSchema } from "@/lib/survey/questionnaire";

const text = (sv: string) => ({ sv, en: `${sv} (en)` });
const option = (code: string, more: object = {}) => ({ code, text: text(code), ...more });

/** One item of each kind: a retiree skips `lever`, and only those who raised something are asked `how`. */
export const tinyDocument = {
  id: "tiny",
  version: 1,
  languages: ["sv", "en"],
  title: text("Liten enkät"),
  intro: text("Minst {k} svar."),
  classes: { near: text("Nära"), far: text("Långt"), high: text("Hög"), low: text("Låg") },
  sections: [
    {
      id: "first",
      title: text("Först"),
      items: [
        {
          id: "exit",
          type: "single",
          slice: "background",
          text: text("Hur slutar du?"),
          options: [option("resign"), option("retire"), option("na", { noAnswer: true })],
        },
        {
          id: "reason",
          type: "grouped",
          slice: "unit",
          text: text("Varför?"),
          groups: [
            { code: "home", text: text("Hemma"), options: [option("move", { class: "near" })] },
            {
              code: "work",
              text: text("Arbetet"),
              options: [option("pay", { class: "far" }), option("stress", { class: "far" })],
            },
            { code: "none", text: text("Inget svar"), options: [option("x0", { noAnswer: true })] },
          ],
        },
      ],
    },
    {
      id: "second",
      title: text("Sedan"),
      items: [
        {
          id: "lever",
          type: "multi",
          slice: "cells",
          max: 2,
          when: { item: "exit", notOneOf: ["retire"] },
          text: text("Vad hade hjälpt?"),
          options: [
            option("pay"),
            option("time"),
            option("talk"),
            option("na", { noAnswer: true }),
          ],
        },
        {
          id: "how",
          type: "scale5",
          slice: "unit",
          when: { item: "lever", oneOf: ["talk"] },
          text: text("Hur gick samtalet?"),
        },
      ],
    },
    {
      id: "third",
      title: text("Sist"),
      items: [
        {
          id: "recommend",
          type: "scale10",
          slice: "unit",
          text: text("Rekommenderar du oss?"),
          classes: Object.fromEntries(
            Array.from({ length: 11 }, (_, value) => [String(value), value > 8 ? "high" : "low"]),
          ),
        },
        { id: "words", type: "text", slice: "text", maxLength: 50, text: text("Egna ord") },
      ],
    },
  ],
};

export const tiny: Questionnaire = questionnaireSchema.parse(tinyDocument);

import { figureCells } from "@/components/hr/figure-cells";
import type { OwnAnswers } from "@/components/hr/unit/own-answers";
import type { GroupPicture } from "@/components/hr/unit/picture-view";
import type { UnitWords } from "@/components/hr/unit/sentences";
import type { Say } from "@/components/hr/words";
import type { Figure } from "@/lib/disclosure/figure";
import { HME_PARTS } from "@/lib/disclosure/hme";
import type { Sheet } from "@/lib/downloads/sheet";
import { quarterInWords } from "@/lib/wording/date";

/** `figures`: words of the area of that name. `name`: the unit's. */
type FileWords = Pick<UnitWords, "say" | "locale"> & {
  readonly figures: Say;
  readonly name: string;
};

const HME_ROWS = ["total", ...HME_PARTS] as const;

/** The five-point items of the unit's own results: answers, mean, and how the mean is to be read. */
export function statementSheet(own: readonly OwnAnswers[], words: FileWords): Sheet {
  const { say, figures, name } = words;
  return {
    title: say("answers.file.statements", { name }),
    columns: [
      ...ofWhom(say),
      ...[say("answers.hme.part"), figures("answers.question"), figures("answers.answers")].map(
        (head) => ({ head }),
      ),
      { head: figures("answers.mean"), digits: 1 },
      { head: say("answers.file.reads") },
    ],
    rows: own.flatMap((result) =>
      result.parts.flatMap((part) =>
        part.items.map(({ text, answers, mean }) => [
          ...whom(result, words),
          ...[say(`answers.part.${part.name}`), text, figureCells(answers, figures)[0]],
          ...figureCells(mean, figures),
        ]),
      ),
    ),
  };
}

/** HME and its parts in the unit's own results. */
export function ownHmeSheet(own: readonly OwnAnswers[], words: FileWords): Sheet {
  const { say, figures, name } = words;
  return {
    title: say("answers.file.hme", { name }),
    columns: [
      ...ofWhom(say),
      ...heads(say, ["answers.hme.part", "answers.hme.index", "answers.file.reads"]),
    ],
    rows: own.flatMap((result) =>
      HME_ROWS.map((part) => [
        ...[...whom(result, words), say(`answers.part.${part}`)],
        ...figureCells(result.hme[part], figures),
      ]),
    ),
  };
}

/** The choice questions of the unit's own results, class by class. */
export function choiceSheet(own: readonly OwnAnswers[], words: FileWords): Sheet {
  const { say, figures, name } = words;
  return {
    title: say("answers.file.choices", { name }),
    columns: [
      ...ofWhom(say),
      { head: figures("answers.question") },
      ...heads(say, ["answers.answersHead", "picture.answers", "answers.file.reads"]),
    ],
    rows: own.flatMap((result) =>
      result.choices.flatMap(({ text, classes }) =>
        classes.map((one) => [
          ...[...whom(result, words), text, one.name],
          ...figureCells(one.figure, figures),
        ]),
      ),
    ),
  };
}

/** Every main reason in the picture of the unit's group. */
export function reasonSheet({ reasons }: GroupPicture, words: FileWords): Sheet {
  const rows = reasons.map(({ name, figure }) => [name, figure] as const);
  return pictured("reasons", ["picture.reason", "picture.answers"], rows, words);
}

/** The three measures in the picture of the unit's group. */
export function shareSheet({ shares }: GroupPicture, words: FileWords): Sheet {
  const rows = (["avoidable", "unheard", "silence"] as const).map(
    (share) => [words.say(`picture.words.${share}`), shares[share]] as const,
  );
  return pictured("shares", ["picture.share", "picture.about"], rows, words);
}

/** HME and its parts in the picture of the unit's group. */
export function groupHmeSheet({ hme }: GroupPicture, words: FileWords): Sheet {
  const rows = HME_ROWS.map((part) => [words.say(`answers.part.${part}`), hme[part]] as const);
  return pictured("hme", ["answers.hme.part", "answers.hme.index"], rows, words);
}

function pictured(
  file: string,
  columns: readonly string[],
  rows: readonly (readonly [string, Figure])[],
  { say, figures, name }: FileWords,
): Sheet {
  return {
    title: say(`picture.file.${file}`, { name }),
    columns: heads(say, [...columns, "answers.file.reads"]),
    rows: rows.map(([head, figure]) => [head, ...figureCells(figure, figures)]),
  };
}

const heads = (say: Say, keys: readonly string[]) => keys.map((key) => ({ head: say(key) }));

const ofWhom = (say: Say) =>
  heads(say, ["answers.file.series", "answers.file.from", "answers.file.to"]);

function whom({ series, from, to }: OwnAnswers, { say, locale }: FileWords) {
  return [
    say(`answers.series.${series}`),
    quarterInWords(from, locale),
    quarterInWords(to, locale),
  ];
}

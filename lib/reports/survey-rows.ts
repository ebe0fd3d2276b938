import { HME_PARTS } from "@/lib/disclosure/hme";
import type { CommentsPart } from "@/lib/reports/comments-shape";
import { ITEMS } from "@/lib/reports/items";
import { partWidth } from "@/lib/reports/noise-width";
import { noiseRow, questionRows } from "@/lib/reports/question-rows";
import { type Row, row } from "@/lib/reports/row";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import type { ReportPicture, ReportResult, SurveyPart } from "@/lib/reports/survey-shape";

type Place = Parameters<typeof row>[0];

/** What the answers say: pictures, single reasons, levers, and units' own results. */
export function surveyRows({ survey, comments, region }: ReportSnapshot): readonly Row[] {
  return [
    ...survey.pictures.flatMap(pictureRows),
    ...(survey.reasons.length === 0 ? [] : reasonRows(survey, region)),
    ...survey.results.flatMap(resultRows),
    ...(survey.questions?.tables ?? []).flatMap(questionRows),
    ...(comments?.tables ?? []).flatMap(themeRows),
  ];
}

function period({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  return from === null || to === null ? "" : `${from}/${to}`;
}

function pictureRows(picture: ReportPicture): readonly Row[] {
  const { node: of, name, series } = picture;
  const place: Place = { section: "answers", of, name, series, period: period(picture) };
  const share = (item: string, figure: Row["figure"], measure = "") =>
    row(place, { item, measure, figure, unit: "percent" });
  return [
    row(place, { item: "people", figure: picture.people, unit: "people" }),
    ...picture.classes.map(({ code, figure }) => share(ITEMS.mainReason, figure, code)),
    share("avoidable", picture.avoidable),
    share("silence", picture.silence),
    share("unheard", picture.unheard),
    ...picture.recommend.map(({ code, figure }) => share(ITEMS.recommend, figure, code)),
    ...hmeRows(place, picture.hme),
    ...pictureNoise(place, picture),
  ];
}

/** How wide the noise of a picture's figures is. Every share of a question in classes is as wide. */
function pictureNoise(place: Place, { width }: ReportPicture): readonly Row[] {
  if (width === null) return [];
  const { share, index, silence, unheard } = width;
  return [
    noiseRow(place, "share", share, "points"),
    ...(silence === undefined ? [] : [noiseRow(place, "silence", silence, "points")]),
    ...(unheard === undefined ? [] : [noiseRow(place, "unheard", unheard, "points")]),
    noiseRow(place, "hme", index, "points"),
    noiseRow(place, "hme-part", partWidth(index), "points"),
  ];
}

function themeRows(table: CommentsPart["tables"][number]): readonly Row[] {
  const { node: of, name, series, people, themes } = table;
  const place: Place = { section: "answers", of, name, series, period: period(table) };
  return [
    row(place, { item: "themes-people", figure: people, unit: "people" }),
    ...themes.map(({ code: measure, figure }) =>
      row(place, { item: "themes", measure, figure, unit: "people" }),
    ),
    noiseRow(place, "themes", table.width, "people"),
  ];
}

function hmeRows(place: Place, hme: ReportPicture["hme"]): readonly Row[] {
  return (["total", ...HME_PARTS] as const).map((measure) =>
    row(place, { item: "hme", measure, figure: hme[measure], unit: "index" }),
  );
}

function reasonRows(survey: SurveyPart, name: string): readonly Row[] {
  const place: Place = {
    section: "answers",
    of: "region",
    name,
    series: "leaver",
    period: period(survey.reasonSpan),
  };
  const count = (item: string, measure: string, figure: Row["figure"]) =>
    row(place, { item: `${item}-options`, measure, figure, unit: "answers" });
  return [
    row(place, { item: "reasons-people", figure: survey.reasonSpan.people, unit: "people" }),
    ...survey.reasons.flatMap(({ code, main, more }) => [
      count(ITEMS.mainReason, code, main),
      count(ITEMS.moreReasons, code, more),
    ]),
    ...survey.levers.map(({ code, figure }) => count(ITEMS.levers, code, figure)),
    ...Object.entries({
      [ITEMS.mainReason]: survey.reasonWidth?.main ?? null,
      [ITEMS.moreReasons]: survey.reasonWidth?.more ?? null,
      [ITEMS.levers]: survey.leverWidth,
    }).flatMap(([item, width]) =>
      width === null ? [] : [noiseRow(place, `${item}-options`, width, "answers")],
    ),
  ];
}

function resultRows(result: ReportResult): readonly Row[] {
  const { code, name } = result;
  const place: Place = {
    section: "results",
    of: `unit:${code}`,
    name,
    series: "leaver",
    period: period(result),
  };
  return [
    row(place, { item: "people", figure: result.people, unit: "people" }),
    ...result.classes.map(({ code: measure, figure }) =>
      row(place, { item: ITEMS.mainReason, measure, figure, unit: "answers" }),
    ),
    ...hmeRows(place, result.hme),
    ...(result.months === null
      ? []
      : [
          row(place, {
            item: "months-to-result",
            figure: { kind: "count", n: result.months },
            unit: "months",
          }),
        ]),
  ];
}

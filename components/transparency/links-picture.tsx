import { useTranslations } from "next-intl";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { round, Say } from "@/components/charts/marks";
import { useWordingLocale } from "@/components/charts/wording";
import { Picture } from "@/components/ui/picture";
import type { LoggedAttack } from "@/lib/attack/due";
import { CHANCE } from "@/lib/attack/order";
import { quarterInWords } from "@/lib/wording/date";
import type { Locale } from "@/lib/wording/number";

/** How many the attack linked on average, with the ends of the 95 per cent interval. */
export type Links = { readonly mean: number; readonly low: number; readonly high: number };

/** The links of one run; null when the order was not attacked then. */
export function linksOf({ results }: Pick<LoggedAttack, "results">): Links | null {
  const { mean, "standard error": error } =
    results.find(({ attack }) => attack === "order")?.figures ?? {};
  if (mean === undefined || error === undefined) return null;
  return { mean, low: Math.max(0, mean - 1.96 * error), high: mean + 1.96 * error };
}

type Row = Links & { readonly seq: number; readonly name: string };

const [NEWEST, ROW, TOP] = [8, 34, 30];

type Words = { readonly chance: string; readonly axis: string };

function draw({ width, roomy }: Size, rows: readonly Row[], words: Words): Drawn {
  const left = roomy ? 150 : 8;
  const [plot, top] = [width - left - 24, Math.max(2, ...rows.map(({ high }) => Math.ceil(high)))];
  const x = (links: number) => round(left + (plot * links) / top);
  const step = roomy ? ROW : ROW + 16;
  const bottom = TOP + step * rows.length;
  const ticks = Array.from({ length: top + 1 }, (_, i) => i);
  const marks = (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className="grid" d={`M${x(tick)} ${TOP}V${bottom}`} />
          <Say x={x(tick)} y={bottom + 18} anchor="middle">
            {String(tick)}
          </Say>
        </g>
      ))}
      <path className="limit" d={`M${x(CHANCE)} ${TOP - 6}V${bottom}`} />
      <Say x={x(CHANCE)} y={14} anchor="middle" look="strong">
        {words.chance}
      </Say>
      {rows.map(({ seq, name, mean, low, high }, i) => {
        const y = TOP + step * i + step - 14;
        return (
          <g key={seq}>
            <Say x={roomy ? 0 : left} y={roomy ? y + 4 : y - 16} look="ink halo">
              {name}
            </Say>
            <rect
              className="band"
              x={x(low)}
              y={y - 7}
              width={round(x(high) - x(low))}
              height={14}
            />
            <path className="cap" d={`M${x(low)} ${y - 7}v14M${x(high)} ${y - 7}v14`} />
            <circle className="pt on" cx={x(mean)} cy={y} r={5} />
          </g>
        );
      })}
      <Say x={left} y={bottom + 40}>
        {words.axis}
      </Say>
    </>
  );
  return { height: bottom + 48, marks };
}

function rowOf(attack: LoggedAttack, locale: Locale): Row[] {
  const links = linksOf(attack);
  return links ? [{ ...links, seq: attack.seq, name: quarterInWords(attack.quarter, locale) }] : [];
}

/** Links found against chance, run by run, newest first. `attacks`: oldest first. */
export function LinksPicture({ attacks }: { readonly attacks: readonly LoggedAttack[] }) {
  const t = useTranslations("security.proof");
  const locale = useWordingLocale();
  const rows = attacks
    .toReversed()
    .flatMap((attack) => rowOf(attack, locale))
    .slice(0, NEWEST);
  if (rows.length === 0) return null;
  const words = { chance: t("chance"), axis: t("axis") };
  return (
    <Picture title={t("pictureTitle")} caption={t("pictureCaption")}>
      <Drawing label={t("pictureLabel")} draw={(size) => draw(size, rows, words)} />
    </Picture>
  );
}

import { useTranslations } from "next-intl";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { Say } from "@/components/charts/marks";
import { Picture } from "@/components/ui/picture";
import { Table } from "@/components/ui/table";

const LANES = ["employer", "you", "party", "custodians"] as const;

/** What goes from whom to whom; the second is a question with its answer. */
const STEPS = [
  { id: "link", from: 0, to: 1, both: false },
  { id: "proof", from: 1, to: 0, both: true },
  { id: "answer", from: 1, to: 2, both: false },
  { id: "mix", from: 2, to: 3, both: false },
  { id: "sums", from: 3, to: 2, both: false },
] as const;

const [TOP, ROW] = [28, 44];

type Text = (key: string) => string;

function laneAt(index: number, width: number): number {
  const pad = width < 400 ? 42 : 90;
  return pad + (index * (width - 2 * pad)) / (LANES.length - 1);
}

function head(x: number, y: number, to: 1 | -1): string {
  return `M${x - 7 * to} ${y - 5}L${x} ${y}L${x - 7 * to} ${y + 5}`;
}

function arrow(from: number, to: number, y: number, both: boolean): string {
  const way = to > from ? 1 : -1;
  const [a, b] = [from + 4 * way, to - 4 * way];
  const back = both ? head(a, y, way === 1 ? -1 : 1) : "";
  return `M${a} ${y}H${b}${head(b, y, way)}${back}`;
}

/** Four lanes, and what passes between them, from top to bottom. */
function draw({ width, roomy }: Size, t: Text): Drawn {
  const height = TOP + ROW * STEPS.length + 16;
  const marks = (
    <>
      {LANES.map((lane, i) => (
        <g key={lane}>
          <path className="axis" d={`M${laneAt(i, width)} ${TOP}V${height - 8}`} />
          <Say x={laneAt(i, width)} y={14} anchor="middle" look="strong">
            {t(`lanes.${lane}.${roomy ? "name" : "short"}`)}
          </Say>
        </g>
      ))}
      {STEPS.map(({ id, from, to, both }, i) => {
        const [a, b, y] = [laneAt(from, width), laneAt(to, width), TOP + ROW * (i + 1) - 10];
        const said = roomy ? `${i + 1}. ${t(`steps.${id}.short`)}` : String(i + 1);
        return (
          <g key={id}>
            <path className="p95" d={arrow(a, b, y, both)} />
            <Say x={(a + b) / 2} y={y - 8} anchor="middle" look="ink halo">
              {said}
            </Say>
          </g>
        );
      })}
    </>
  );
  return { height, marks };
}

/** How an answer goes, in one picture: who holds what, and what each of them lacks. */
export function WhoHoldsWhat() {
  const t = useTranslations("security.how");
  const table = (
    <Table
      caption={t("table")}
      width="l"
      columns={[
        { key: "who", head: t("who") },
        { key: "has", head: t("has") },
        { key: "lacks", head: t("lacks") },
      ]}
      rows={LANES.map((lane) => ({
        key: lane,
        head: t(`lanes.${lane}.name`),
        cells: { has: t(`lanes.${lane}.has`), lacks: t(`lanes.${lane}.lacks`) },
      }))}
    />
  );
  return (
    <>
      <Picture caption={t("caption")} table={table}>
        <Drawing label={t("label")} draw={(size) => draw(size, t)} />
      </Picture>
      <ol className="max-w-measure list-decimal pl-6">
        {STEPS.map(({ id }) => (
          <li key={id}>{t(`steps.${id}.text`)}</li>
        ))}
      </ol>
    </>
  );
}

import { pagesOf, partsOf } from "@/lib/answering/parts";
import type { Visit } from "@/lib/answering/stage";
import { useText } from "./catalogue";

/** ”Del 3 av 8”: the bar, which moves with every page, is decoration; the words say it. */
export function Progress({ visit, place }: { visit: Visit; place: number }) {
  const t = useText();
  const parts = partsOf(visit);
  const last = pagesOf(visit).length + 1;
  const total = parts.length + 1;
  const n = place < last ? parts.filter((part) => part.place <= place).length : total;
  const part = parts[n - 1];
  const pages = part?.pages.length ?? 1;
  const page = place - (part?.place ?? place) + 1;
  return (
    <div className="prog">
      <progress aria-hidden="true" value={place} max={last} />
      <span id="progress">
        {t(pages > 1 ? "progressPage" : "progress", { n, total, page, pages })}
      </span>
    </div>
  );
}

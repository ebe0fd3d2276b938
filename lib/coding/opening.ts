import type { Comment, Silent } from "@/lib/coding/comment";
import { mayBeRead } from "@/lib/disclosure/texts";
import type { TextPool } from "@/lib/disclosure/waiting-texts";

/** What leaves the sealed texts for the desk, and what waits on. */
export type Opened = {
  readonly comments: readonly Comment[];
  readonly silent: readonly Silent[];
  readonly rest: readonly TextPool[];
};

/** Only pools of ten who wrote among thirty leave, and then whole; every other pool waits on as it is. */
export function openedPools(pools: readonly TextPool[]): Opened {
  const read = pools.filter(mayBeRead);
  return {
    comments: read.flatMap(({ node, series, texts }) =>
      texts.map((one) => ({ node, series, texts: one })),
    ),
    silent: read.map(({ node, series, from, silent }) => ({ node, series, from, silent })),
    rest: pools.filter((pool) => !mayBeRead(pool)),
  };
}

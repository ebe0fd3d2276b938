type VerdictMarkProps = {
  /** The square: the motion's rule. Filled = yes. */
  readonly overLimit: boolean;
  /** The circle: more than chance. Filled = yes. */
  readonly moreThanChance: boolean;
};

/** `■●`. Always printed with its word: the mark alone is hidden from those who hear the page. */
export function VerdictMark({ overLimit, moreThanChance }: VerdictMarkProps) {
  return (
    <svg className="vm" viewBox="0 0 26 12" aria-hidden="true">
      <rect x="1" y="1" width="10" height="10" className={overLimit ? "f" : "e"} />
      <circle cx="20" cy="6" r="5" className={moreThanChance ? "f" : "e"} />
    </svg>
  );
}

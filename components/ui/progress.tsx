type ProgressProps = {
  /** ”Del 3 av 8”. */
  readonly label: string;
  readonly part: number;
  readonly of: number;
};

/** Where one is among the parts: the words, and a thin line. */
export function Progress({ label, part, of }: ProgressProps) {
  return (
    <div>
      <p className="small quiet">{label}</p>
      <progress className="progress" aria-label={label} value={part} max={of} />
    </div>
  );
}

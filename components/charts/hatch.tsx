/** 45° lines: withheld, or proposed and not decided. `id` from useId, once in a drawing. */
export function HatchPattern({ id }: { readonly id: string }) {
  return (
    <pattern
      id={id}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path className="hatch" d="M0 0V6" />
    </pattern>
  );
}

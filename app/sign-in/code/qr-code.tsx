export type QrSquares = { readonly size: number; readonly path: string };

type QrCodeProps = { readonly squares: QrSquares; readonly says: string };

/** Dark on white in both looks: a phone reads no other. */
export function QrCode({ squares: { size, path }, says }: QrCodeProps) {
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width={248} height={248} role="img" aria-label={says}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

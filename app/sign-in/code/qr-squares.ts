import encodeQR from "qr";
import type { QrSquares } from "@/app/sign-in/code/qr-code";

/** A text as a QR code: the path of its dark squares, each one unit wide, with the white border that readers need. */
export function qrSquares(text: string): QrSquares {
  const rows = encodeQR(text, "raw", { border: 4 });
  const path = rows.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size: rows.length, path: path.join("") };
}

import { encode } from "uqr";

export type QrPattern = { size: number; path: string };

/** A text as a QR code: how many modules wide with its quiet border, and the dark ones as the path of an SVG. */
export function qrPattern(text: string): QrPattern {
  const { size, data } = encode(text, { border: 4 });
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: dark.join("") };
}

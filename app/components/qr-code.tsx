/** A QR code as a picture that needs no script; black on white in every mode, as cameras want it. */
export function QrCode({
  pattern: { size, path },
  label,
}: {
  pattern: { size: number; path: string };
  label: string;
}) {
  return (
    <svg role="img" aria-label={label} className="qr-code" viewBox={`0 0 ${size} ${size}`}>
      <rect className="light" width={size} height={size} />
      <path className="dark" d={path} shapeRendering="crispEdges" />
    </svg>
  );
}

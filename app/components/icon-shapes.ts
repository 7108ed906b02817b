export type Shape = { tag: string; attributes: Record<string, string> };

/** The drawing inside a lucide SVG file, as elements; attributes there need no renaming for React. */
export function shapesOf(svg: string): Shape[] {
  const drawing = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1);
  return [...drawing.matchAll(/<([a-z]+)\s+([^>]*?)\/?>/g)].map(
    ([, tag = "", attributes = ""]) => ({
      tag,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([a-z0-9]+)="([^"]*)"/gi)].map(([, name, value]) => [name, value]),
      ),
    }),
  );
}

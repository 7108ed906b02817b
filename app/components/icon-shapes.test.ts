import { expect, test } from "vitest";
import { shapesOf } from "./icon-shapes.ts";

test("an icon's drawing is read without the frame around it", () => {
  const svg = `<!-- @license --><svg\n  class="lucide"\n  width="24"\n>\n  <path d="M2 3v4" />\n  <circle cx="1" cy="2" r="3" />\n</svg>`;
  expect(shapesOf(svg)).toEqual([
    { tag: "path", attributes: { d: "M2 3v4" } },
    { tag: "circle", attributes: { cx: "1", cy: "2", r: "3" } },
  ]);
});

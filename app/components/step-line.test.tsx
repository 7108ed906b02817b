import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StepLine } from "./step-line.tsx";

const states = (html: string) =>
  [...html.matchAll(/data-state="(\w+)"/g)].map(([, state]) => state);

test("steps before the present one are done, those after are still to come", () => {
  const html = renderToStaticMarkup(<StepLine at="scored" />);
  expect(states(html)).toEqual(["done", "done", "now", "later", "later", "later", "later"]);
  expect(html.match(/aria-current="step"/g)).toHaveLength(1);
});

test("a project that ended keeps the step it ended at", () => {
  const html = renderToStaticMarkup(<StepLine at="open" stopped />);
  expect(states(html).slice(0, 3)).toEqual(["done", "stopped", "later"]);
  expect(html).not.toContain("aria-current");
});

test("what is paid has no step left", () => {
  expect(new Set(states(renderToStaticMarkup(<StepLine at="all" />)))).toEqual(new Set(["done"]));
});

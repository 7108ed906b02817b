import { expect, test } from "vitest";
import { withParams } from "./address.ts";

test("sorting keeps the filter and goes back to the first page", () => {
  const place = { pathname: "/tenders", search: "?q=%E5%8A%A9%E9%A4%90&after=9" };
  expect(withParams(place, { sort: "-price", after: null })).toBe(
    "/tenders?q=%E5%8A%A9%E9%A4%90&sort=-price",
  );
});

test("a page without parameters is its plain address", () => {
  expect(withParams({ pathname: "/tenders", search: "?after=9" }, { after: null })).toBe(
    "/tenders",
  );
});

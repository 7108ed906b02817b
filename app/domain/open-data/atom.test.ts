import { expect, test } from "vitest";
import { atomFeed } from "./atom.ts";

const feed = {
  id: "https://jiefang.example.cn/open/tenders.atom",
  page: "https://jiefang.example.cn/tenders",
  title: "采购公告和结果",
  author: "街坊",
  language: "zh",
};

test("an entry tells what, when and where", () => {
  const entry = {
    id: "0190a5f0-0000-7000-8000-000000000001",
    at: new Date("2026-11-30T09:00:00Z"),
    title: "新公告：便民维修",
    summary: "采购单位：南湖街道办事处",
    url: "https://jiefang.example.cn/tenders/1?a=1&b=2",
  };
  const text = atomFeed({ ...feed, entries: [entry] });
  expect(text).toContain("<updated>2026-11-30T17:00:00.000+08:00</updated>");
  expect(text).toContain("<id>urn:uuid:0190a5f0-0000-7000-8000-000000000001</id>");
  expect(text).toContain('href="https://jiefang.example.cn/tenders/1?a=1&amp;b=2"');
});

test("nothing that somebody typed can break the feed", () => {
  const entry = {
    id: "1",
    at: new Date(0),
    title: '<a b="c">\u0000\u0008&',
    summary: "\n",
    url: "/",
  };
  const text = atomFeed({ ...feed, entries: [entry] });
  expect(text).toContain("<title>&lt;a b=&quot;c&quot;&gt;&amp;</title>");
});

test("a feed without entries is a feed", () => {
  expect(atomFeed({ ...feed, entries: [] })).toContain("</feed>");
});

import { expect, test } from "vitest";
import { csvResponse } from "./csv.server.ts";

type Row = { name: string; yuan: number | null };
const columns = [
  { label: "项目", value: ({ name }: Row) => name },
  { label: "金额（元）", value: ({ yuan }: Row) => yuan },
];

test("a download opens in Excel with its Chinese, commas, quotes and line breaks intact", async () => {
  const rows = [{ name: '居家"大配餐",一期\n二期', yuan: -12.5 }];
  const response = csvResponse("项目清单", columns, rows);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(bytes.subarray(3).toString()).toBe(
    '项目,金额（元）\r\n"居家""大配餐"",一期\n二期",-12.5\r\n',
  );
  expect(response.headers.get("Content-Disposition")).toContain(encodeURIComponent("项目清单.csv"));
});

test.each(["=1+1", "+86", "-x", "@SUM(A1)"])("%s does not become a formula", async (name) => {
  const response = csvResponse("list", columns, [{ name, yuan: null }]);
  expect(await response.text()).toContain(`\r\n'${name},\r\n`);
});

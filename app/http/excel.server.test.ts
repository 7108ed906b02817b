import { expect, test } from "vitest";
import { readWorkbook } from "#app/domain/projects/read-workbook.server.ts";
import { excelResponse, sheetOf } from "./excel.server.ts";

test("a workbook holds its sheet's labels and rows; what looks like a formula stays text", async () => {
  const sheet = sheetOf<{ what: string; yuan: number }>({
    name: "变动",
    columns: [
      { label: "事由", value: ({ what }) => what },
      { label: "金额（元）", value: ({ yuan }) => yuan, money: true },
    ],
    rows: [
      { what: "拨款", yuan: 1234.5 },
      { what: "=1+1", yuan: -0.01 },
    ],
  });
  const response = await excelResponse("资金明细账", [sheet]);
  expect(response.headers.get("Content-Disposition")).toContain(
    encodeURIComponent("资金明细账.xlsx"),
  );
  expect(await readWorkbook(new Uint8Array(await response.arrayBuffer()))).toEqual([
    ["事由", "金额（元）"],
    ["拨款", "1234.5"],
    ["=1+1", "-0.01"],
  ]);
});

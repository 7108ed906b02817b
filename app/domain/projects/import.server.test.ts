import { readFileSync } from "node:fs";
import path from "node:path";
import { asc, eq } from "drizzle-orm";
import excel from "exceljs";
import { describe, expect, test } from "vitest";
import { newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { projects, tenders } from "#db/schema/index.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { isImportable } from "./check-row.ts";
import { confirmImport, findImport, uploadList } from "./import.server.ts";
import { LARGEST_LIST, readCells } from "./read-list.server.ts";

const fixture = readFileSync(
  path.resolve(import.meta.dirname, "../../../db/seed/fixtures/real-purchases.csv"),
);
const officerOf = () => makeOfficeActor("officer");
type Officer = Awaited<ReturnType<typeof officerOf>>;

const upload = async (officer: Officer, bytes: Uint8Array, fileName = "清单.csv") =>
  uploadList(await actOf(officer), { fileName, bytes });
const drafts = ({ officeId }: Officer) =>
  db
    .select()
    .from(projects)
    .innerJoin(tenders, eq(tenders.projectId, projects.id))
    .where(eq(projects.officeId, officeId))
    .orderBy(asc(projects.number));
const bytesOf = (text: string) => Buffer.from(text);

describe("the list of real purchases", () => {
  test("is imported as it is: ¥508,000 for 300 people first, empty cells and mixed methods included", async () => {
    const officer = await officerOf();
    const importId = await upload(officer, fixture, "real-purchases.csv");
    expect(await confirmImport(await actOf(officer), importId)).toBe(5);
    const made = await drafts(officer);
    expect(made.map(({ projects: { number } }) => number.slice(-4))).toEqual([
      "0001",
      "0002",
      "0003",
      "0004",
      "0005",
    ]);
    expect(made[0]).toMatchObject({
      projects: {
        title: "“温馨夕阳暖空巢”老年人服务项目",
        targetGroup: "前埔南社区空巢老人",
        quantity: 300,
        unit: "人",
        ceiling: yuan(508_000),
        serviceMonths: 12,
      },
      tenders: { status: "draft", method: "open_scored", title: "“温馨夕阳暖空巢”老年人服务项目" },
    });
    expect(made.map(({ projects: { ceiling } }) => ceiling)).toEqual([
      ...[508_000, 554_000, 573_500, 62_700].map(yuan),
      null,
    ]);
    const notes = made.map(({ projects: { importNote } }) => importNote.split("\n")[0]);
    expect(notes).toEqual([
      "采购方式：协议",
      "采购方式：协议",
      "采购方式：协议",
      "采购方式：比选",
      "采购方式：公开",
    ]);
    expect(new Set(made.map(({ tenders: { method } }) => method))).toEqual(
      new Set(["open_scored"]),
    );
  });

  test("is previewed with every empty cell named by row and column", async () => {
    const officer = await officerOf();
    const preview = await findImport(officer, await upload(officer, fixture));
    const named = preview?.rows.flatMap(({ line, issues }) =>
      issues
        .filter(({ level }) => level === "reminder")
        .map(({ column, code }) => [line, column, code]),
    );
    expect(named).toEqual([
      [3, "数量", "quantity_missing"],
      [3, "单位", "unit_missing"],
      [5, "服务期限", "period_missing"],
      [6, "数量", "quantity_missing"],
      [6, "预算（万元）", "ceiling_missing"],
    ]);
    expect(preview?.rows.every(isImportable)).toBe(true);
  });
});

describe("an import", () => {
  test("makes one set of drafts, however often and at once it is confirmed", async () => {
    const officer = await officerOf();
    const importId = await upload(officer, fixture);
    const act = await actOf(officer);
    const { done } = await atOnce(4, () => confirmImport(act, importId));
    expect(done.sort()).toEqual([0, 0, 0, 5]);
    expect(await drafts(officer)).toHaveLength(5);
  });

  test("leaves out rows with errors, and is refused when no row is left", async () => {
    const officer = await officerOf();
    const mixed = "项目名称,预算（万元）\n助餐,五十\n理发,2\n";
    const importId = await upload(officer, bytesOf(mixed));
    expect(await confirmImport(await actOf(officer), importId)).toBe(1);
    expect((await drafts(officer)).map((row) => row.projects.title)).toEqual(["理发"]);

    const none = await upload(officer, bytesOf("项目名称,预算（万元）\n助餐,五十\n"));
    const confirm = confirmImport(await actOf(officer), none);
    await expect(confirm).rejects.toMatchObject({ code: "import.nothing" });
  });

  test("reminds of titles that the office has already", async () => {
    const officer = await officerOf();
    await confirmImport(await actOf(officer), await upload(officer, fixture));
    const again = await findImport(officer, await upload(officer, fixture));
    expect(again?.rows.every((row) => row.issues.some(({ code }) => code === "title_known"))).toBe(
      true,
    );
  });

  test("of another office is not found", async () => {
    const importId = await upload(await officerOf(), fixture);
    const stranger = await officerOf();
    expect(await findImport(stranger, importId)).toBeUndefined();
    const act = await actOf(stranger);
    await expect(confirmImport(act, importId)).rejects.toMatchObject({ code: "not_found" });
    const unknown = newId<"project_import">();
    await expect(confirmImport(act, unknown)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a file", () => {
  const table = [
    ["项目名称", "预算（万元）", "备注"],
    ["“暖空巢”服务", "50.8", 'a "b", c\nd'],
  ];
  const csv = '项目名称,预算（万元）,备注\r\n“暖空巢”服务,50.8,"a ""b"", c\nd"\r\n';

  test("is read in UTF-8 with and without BOM, in UTF-16 and in GB18030", async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv, "utf16le")]);
    const gb18030 = Buffer.from(
      "cfeec4bfc3fbb3c62cd4a4cbe3a3a8cdf2d4aaa3a92cb1b8d7a20d0aa1b0c5afbfd5b3b2a1b1b7fecef12c35302e382c2261202222622222" +
        "2c20630a64220d0a",
      "hex",
    );
    for (const bytes of [bytesOf(csv), bytesOf(`\uFEFF${csv}`), utf16, gb18030]) {
      expect(await readCells(bytes)).toEqual(table);
    }
  });

  test("may separate its columns by tabs", async () => {
    expect(await readCells(bytesOf("项目名称\t数量\n助餐, 理发\t3\n"))).toEqual([
      ["项目名称", "数量"],
      ["助餐, 理发", "3"],
    ]);
  });

  test("may be an Excel workbook, with numbers, formulas, rich text and dates in its cells", async () => {
    const workbook = new excel.Workbook();
    workbook.addWorksheet("说明");
    const sheet = workbook.addWorksheet("清单");
    sheet.addRow(["2026 年清单"]);
    sheet.addRow(["项目名称", "预算（万元）", "数量", "备注"]);
    sheet.addRow([
      { richText: [{ text: "温馨" }, { text: "夕阳" }] },
      { formula: "0.1+0.2", result: 0.1 + 0.2 },
      300,
      new Date("2026-11-30T00:00:00Z"),
    ]);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(await readCells(bytes)).toEqual([
      ["2026 年清单", "", "", ""],
      ["项目名称", "预算（万元）", "数量", "备注"],
      ["温馨夕阳", "0.3", "300", "2026-11-30"],
    ]);
  });

  test.each([
    ["empty", new Uint8Array(), "import.empty"],
    ["only white", bytesOf(" \n\n"), "import.empty"],
    ["too large", new Uint8Array(LARGEST_LIST + 1), "import.too_large"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "import.not_a_list"],
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), "import.old_excel"],
    ["a broken workbook", Buffer.from("504b0304deadbeef", "hex"), "import.damaged"],
    ["without a closing quote", bytesOf('项目名称,"预算\n助餐,3\n'), "import.quotes"],
  ])("that is %s is refused with a sentence", async (_, bytes, code) => {
    await expect(readCells(bytes)).rejects.toMatchObject({ code });
  });

  test("that unpacks to more than it should is refused unread", async () => {
    const directory = Buffer.alloc(46 + 22);
    directory.write("PK\u0001\u0002", 0, "latin1");
    directory.writeUInt32LE(60 * 1024 * 1024, 24);
    directory.write("PK\u0005\u0006", 46, "latin1");
    directory.writeUInt16LE(1, 46 + 10);
    directory.writeUInt32LE(4, 46 + 16);
    const bomb = Buffer.concat([Buffer.from("504b0304", "hex"), directory]);
    await expect(readCells(bomb)).rejects.toMatchObject({ code: "import.too_large" });
  });

  test("without the headings of a list of projects is refused, and nothing is kept", async () => {
    const officer = await officerOf();
    await expect(upload(officer, bytesOf("姓名,电话\n张三,123\n"))).rejects.toMatchObject({
      code: "import.no_headings",
    });
  });
});

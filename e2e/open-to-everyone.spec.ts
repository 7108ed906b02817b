import { paths } from "#app/paths.ts";
import { test } from "./fixtures.ts";

const readers = [
  {
    who: "anybody",
    pages: [paths.home, paths.services, paths.tenders, paths.contracts, paths.audit],
  },
  { who: "a visitor", pages: [paths.organizations, paths.signIn(), paths.register] },
];

for (const { who, pages } of readers) {
  test(`${who} can read the public pages, in large type and on a small phone`, async ({
    visit,
    inspect,
  }) => {
    test.setTimeout(300_000);
    for (const address of pages) await inspect(await visit(address));
  });
}

const people = [
  { who: "a resident", account: "13955501001", home: paths.resident.home },
  { who: "a community worker", account: "zhoumin", home: paths.community.home },
  { who: "a manager", account: "yangguang", home: paths.organization.home },
  { who: "a worker", account: "wangxiuying", home: paths.work.home },
  { who: "an officer", account: "liwen", home: paths.office.home },
  { who: "the operator", account: "fangning", home: paths.platform.home },
];

for (const { who, account, home } of people) {
  test(`${who} can read the first page after signing in`, async ({ enter, inspect }) => {
    test.setTimeout(300_000);
    const page = await enter(account);
    await page.goto(home);
    await inspect(page);
  });
}

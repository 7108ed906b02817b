import { expect, test } from "vitest";
import { databaseError, loggable } from "./log.server.ts";

const idNumber = "110101194912310022";

function failedQuery() {
  const cause = Object.assign(new Error(`duplicate key: ${idNumber}`), {
    code: "23505",
    constraint_name: "residents_id_number_once",
    detail: `Key (id_number)=(${idNumber}) already exists.`,
  });
  return Object.assign(new Error(`Failed query: insert … params: ${idNumber}`, { cause }), {
    query: "insert into residents values ($1)",
    params: [idNumber],
  });
}

test("a database error is logged by code, constraint and query", () => {
  expect(loggable(failedQuery())).toMatchObject({
    code: "23505",
    constraint: "residents_id_number_once",
    query: "insert into residents values ($1)",
  });
});

test("no value of a failed query is logged", () => {
  expect(JSON.stringify(loggable(failedQuery()))).not.toContain(idNumber);
});

test("a fault of our own is logged with its message and place", () => {
  const words = loggable(new Error("no such chart"));
  expect(words.error).toBe("no such chart");
  expect(words.stack).toContain("log.test.ts");
});

test("the database's code is found through all that wraps it", () => {
  expect(databaseError(new Error("outer", { cause: failedQuery() }))?.code).toBe("23505");
  expect(databaseError(new Error("plain"))).toBeUndefined();
});

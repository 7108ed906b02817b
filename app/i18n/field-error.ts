import type { Messages } from "./messages.ts";

/** What this module needs of a zod issue, raw or finished. */
type Issue = {
  readonly code?: string;
  readonly message?: string;
  readonly input?: unknown;
  readonly expected?: string;
  readonly format?: string;
  readonly origin?: string;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly divisor?: unknown;
  readonly inclusive?: boolean;
  readonly exact?: boolean;
};

/** The options of `parseWithZod` that put every issue into the reader's language. */
export function fieldErrors(messages: Messages) {
  return {
    error: (issue: Issue) => fieldError(messages, issue),
    formatError: (issues: Issue[]) => [
      ...new Set(
        issues.map((issue) => customWords(messages, issue.message) ?? issue.message ?? ""),
      ),
    ],
  };
}

/** One zod issue as a sentence; a message that is a key of `fields.custom` is looked up. */
export function fieldError(messages: Messages, issue: Issue): string {
  const { fields } = messages;
  const custom = customWords(messages, issue.message);
  if (custom) return custom;
  switch (issue.code) {
    case "invalid_type":
      return typeWords(messages, issue);
    case "too_small":
      return tooSmallWords(messages, issue);
    case "too_big":
      return tooBigWords(messages, issue);
    case "invalid_format":
      return formatWords(messages, issue);
    case "invalid_value":
    case "invalid_union":
      return fields.choose;
    case "not_multiple_of":
      return fields.multipleOf(String(issue.divisor));
    default:
      return fields.invalid;
  }
}

function customWords({ fields }: Messages, message: string | undefined): string | undefined {
  return Object.entries(fields.custom).find(([key]) => key === message)?.[1];
}

function typeWords({ fields }: Messages, { expected, input, origin }: Issue): string {
  if (expected === "int" || origin === "int") return fields.notWhole;
  if (input === undefined || input === null || input === "") return missingWords(fields, expected);
  if (expected === "number" || expected === "bigint" || expected === "nan") return fields.notNumber;
  if (expected === "date") return fields.notDate;
  return expected === "file" ? fields.notFile : fields.invalid;
}

function missingWords(fields: Messages["fields"], expected: string | undefined): string {
  if (expected === "file") return fields.notFile;
  return expected === "array" || expected === "boolean" ? fields.choose : fields.required;
}

function tooSmallWords({ fields }: Messages, issue: Issue): string {
  const least = Number(issue.minimum);
  switch (issue.origin) {
    case "string":
      if (issue.exact) return fields.exactLength(least);
      return least === 1 ? fields.required : fields.tooShort(least);
    case "array":
    case "set":
      return least === 1 ? fields.choose : fields.chooseSome(least);
    case "date":
      return fields.tooEarly(dateText(issue.minimum));
    default:
      return issue.inclusive === false
        ? fields.moreThan(String(issue.minimum))
        : fields.tooSmall(String(issue.minimum));
  }
}

function tooBigWords({ fields }: Messages, issue: Issue): string {
  const most = Number(issue.maximum);
  switch (issue.origin) {
    case "string":
      return issue.exact ? fields.exactLength(most) : fields.tooLong(most);
    case "array":
    case "set":
      return fields.chooseFewer(most);
    case "date":
      return fields.tooLate(dateText(issue.maximum));
    default:
      return issue.inclusive === false
        ? fields.lessThan(String(issue.maximum))
        : fields.tooLarge(String(issue.maximum));
  }
}

function formatWords({ fields }: Messages, { format }: Issue): string {
  if (format === "email") return fields.notEmail;
  if (format === "url") return fields.notAddress;
  if (format === "date") return fields.notDate;
  if (format === "datetime") return fields.notDateTime;
  return fields.invalid;
}

function dateText(bound: unknown): string {
  return new Date(Number(bound)).toISOString().slice(0, 10);
}

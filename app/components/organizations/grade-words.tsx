import { countedGrade, type GivenGrade } from "#app/domain/organizations/document.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import type { Day } from "#app/values/time.ts";

/** A grade with its last day; an expired one is called so. */
export function GradeWords({ given, today }: { given: GivenGrade; today: Day }) {
  const { grade: words } = useMessages().certificates;
  const day = useFormat().day(given.expiresOn);
  const name = words.of(given.grade);
  return countedGrade(given, today) ? words.until(name, day) : words.expired(name, day);
}

import type { ComponentProps } from "react";
import { methodSettings } from "#app/domain/tenders/method.ts";
import type { Method } from "#app/domain/tenders/tender.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { CriteriaTable } from "./criteria-table.tsx";

type HowJudgedProps = ComponentProps<typeof CriteriaTable> & { method: Method };

/** The criteria with their points or, where the council votes, how it does. */
export function HowJudged({ criteria, method }: HowJudgedProps) {
  if (methodSettings[method].scoring === "votes") return <HowVoted />;
  return <CriteriaTable criteria={criteria} />;
}

/** How the council votes, and who comes first. */
export function HowVoted() {
  const { votes, voteTies } = useMessages().award.sheet.formula;
  return (
    <>
      <p>{votes}</p>
      <p>{voteTies}</p>
    </>
  );
}

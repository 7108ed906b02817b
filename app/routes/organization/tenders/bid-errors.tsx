import { ErrorSummary } from "#app/components/form.tsx";
import { type DraftProblem, responseField } from "#app/domain/bids/draft.ts";
import type { Bidding } from "#app/domain/bids/queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { useProblemWords } from "./use-problem-words.ts";

/** What the form posts; nothing else that is typed has a name. */
const sealed = ["ciphertext", "deadlineVersion"];

type BidErrorsProps = {
  bidding: Bidding;
  problems: Partial<Record<string, DraftProblem>>;
  /** What the server last said of what was posted. */
  served: Record<string, string[]>;
};

/** What is still wrong with the bid, with a link to each field. */
export function BidErrors({ bidding, problems, served }: BidErrorsProps) {
  const { form } = useMessages().bids;
  const problemWords = useProblemWords(bidding.ceiling);
  const { price, plan, team, contactName, contactPhone } = form;
  const responses = bidding.criteria.map(({ id, name }) => [
    responseField(id),
    form.response(name),
  ]);
  const labels = { price, plan, team, contactName, contactPhone, ...Object.fromEntries(responses) };
  const own = Object.entries(problems).map(([name, problem]) => {
    const sentence = problemWords(name, problem);
    return [name, sentence ? [sentence] : undefined];
  });
  const wrong = own.length > 0 ? Object.fromEntries(own) : { ...served, "": undefined };
  return <ErrorSummary formId="bid" errors={wrong} labels={labels} unseen={sealed} />;
}

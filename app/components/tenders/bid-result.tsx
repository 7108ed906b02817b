import { LinkButton } from "#app/components/button.tsx";
import { KeyFacts } from "#app/components/facts.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, Section } from "#app/components/page.tsx";
import type { BidResult as Result } from "#app/domain/tenders/bid-result.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { BidScores } from "./bid-scores.tsx";
import { usePoints, useTally } from "./tally.ts";

/** What a bidder reads once the recommendation is public: won or not, why, and her own scores. */
export function BidResult({ result }: { result: Result }) {
  const { award, terms } = useMessages();
  const { result: words } = award;
  const { own, first, awarded, asksBoth, contractId } = result;
  const asked = first && awarded && asksBoth && !contractId;
  return (
    <Section title={words.title}>
      <Outcome result={result} />
      <ResultFacts result={result} />
      {own && <BidScores caption={words.scores} sheet={result} bid={own} />}
      <Actions>
        {awarded && contractId && (
          <LinkButton kind="main" to={paths.organization.contract(contractId)}>
            {words.contract}
          </LinkButton>
        )}
        {asked && (
          <LinkButton kind="main" to={paths.organization.terms(result.tender.id)}>
            {terms.link}
          </LinkButton>
        )}
        <LinkButton to={paths.scores(result.tender.id)}>{words.sheet}</LinkButton>
      </Actions>
    </Section>
  );
}

function Outcome({ result }: { result: Result }) {
  const { award, several } = useMessages();
  const format = useFormat();
  const { first, awarded, disqualifiedReason, standstillEndsAt, winner } = result;
  const words = { ...award.result, ...(winner.organizations.length > 1 && several.result) };
  const title = first
    ? awarded
      ? words.won
      : words.first
    : disqualifiedReason
      ? words.dropped
      : words.lost;
  return (
    <Notice kind={first ? "success" : "info"} title={title}>
      {disqualifiedReason && <p>{disqualifiedReason}</p>}
      {!awarded && standstillEndsAt && <p>{words.ends(format.deadline(standstillEndsAt))}</p>}
    </Notice>
  );
}

function ResultFacts({ result }: { result: Result }) {
  const { own, winner, bidders, first, scoring } = result;
  const { award, several } = useMessages();
  const { result: words, votes } = award;
  const format = useFormat();
  const points = usePoints();
  const tally = useTally(result);
  const voted = scoring === "votes";
  const many = winner.organizations.length > 1;
  const rank = own && words.rankOf(format.number(own.rank), format.count(bidders, "bid"));
  const behind = own ? winner.total - own.total : 0;
  return (
    <KeyFacts
      facts={[
        { label: voted ? votes.got : words.ownTotal, value: own && tally(own.total) },
        { label: words.ownRank, value: rank },
        {
          label: many ? several.won : words.winner,
          value: first ? null : format.list(winner.organizations),
        },
        {
          label: many ? several.result.lowest : voted ? votes.winner : words.winnerTotal,
          value: first ? null : tally(winner.total),
        },
        { label: words.gap, value: behind > 0 && !first && !voted ? points(behind) : null },
        { label: words.reason, value: winner.reason },
      ]}
    />
  );
}

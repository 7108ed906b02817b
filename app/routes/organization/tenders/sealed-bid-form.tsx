import { type FormEvent, useEffect, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { Hidden, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions } from "#app/components/page.tsx";
import { type BidDraft, type DraftProblem, draftProblems } from "#app/domain/bids/draft.ts";
import type { Bidding } from "#app/domain/bids/queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { BidCheck } from "./bid-check.tsx";
import { BidErrors } from "./bid-errors.tsx";
import { BidFields } from "./bid-fields.tsx";
import { useDraft } from "./use-draft.ts";
import { useSealing } from "./use-sealing.ts";

type Problems = Partial<Record<string, DraftProblem>>;

/**
 * The form that seals: what is typed has no name and is never posted; the one thing that leaves the browser is the
 * ciphertext. Nothing can be typed before the page's script runs.
 */
export function SealedBidForm({ bidding }: { bidding: Bidding }) {
  const { form: words } = useMessages().bids;
  const [served] = useServerForm({ id: "bid" });
  const qualityIds = bidding.criteria.flatMap(({ id, kind }) => (kind === "quality" ? [id] : []));
  const { draft, ready, change, forget } = useDraft(`bid-${bidding.organizationId}-${bidding.id}`);
  const { form, ciphertext, tooLarge, sealAndSend, reset } = useSealing(bidding, qualityIds);
  const [problems, setProblems] = useState<Problems>({});
  const [checking, setChecking] = useState(false);
  useEffect(() => {
    if (checking || Object.keys(problems).length > 0) focusOn(form.current);
  }, [checking, problems, form]);

  const edit = (changed: Partial<BidDraft>) => {
    reset();
    change(changed);
  };
  const check = () => {
    const found = draftProblems(draft, { ceiling: bidding.ceiling, qualityIds });
    setProblems(found);
    setChecking(Object.keys(found).length === 0);
  };
  const go = (event: FormEvent) => {
    event.preventDefault();
    return checking ? sealAndSend(draft) : check();
  };
  const clear = () => {
    reset();
    forget();
    setProblems({});
    setChecking(false);
  };
  return (
    <form ref={form} method="post" id="bid" className="form" noValidate onSubmit={go}>
      <input ref={ciphertext} type="hidden" name="ciphertext" defaultValue="" />
      <Hidden name="deadlineVersion" value={String(bidding.deadlineVersion)} />
      <BidErrors bidding={bidding} problems={problems} served={served.allErrors} />
      {tooLarge && <Notice kind="refusal">{words.tooLarge}</Notice>}
      <fieldset disabled={!ready} className="fieldset">
        {checking ? (
          <BidCheck bidding={bidding} draft={draft} back={() => setChecking(false)} />
        ) : (
          <>
            <BidFields {...{ bidding, draft, problems, change: edit }} />
            <Actions>
              <Button>{words.next}</Button>
              <button type="button" className="button quiet" onClick={clear}>
                {words.forget}
              </button>
            </Actions>
          </>
        )}
      </fieldset>
    </form>
  );
}

/** Takes the reader to what the form has to say: its errors, or the answers to check. */
function focusOn(form: HTMLFormElement | null) {
  form?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
}

import { type FormEvent, useEffect, useState } from "react";
import {
  type BidDraft,
  type DraftProblem,
  draftOf,
  draftProblems,
  emptyDraft,
} from "#app/domain/bids/draft.ts";
import type { Bidding } from "#app/domain/bids/queries.server.ts";
import { useAttachments } from "./use-attachments.ts";
import { useDraft } from "./use-draft.ts";
import { useSealing } from "./use-sealing.ts";

type Problems = Partial<Record<string, DraftProblem>>;

/** A bid as it is written, checked and sealed: two steps of one form. */
export function useBidForm(bidding: Bidding) {
  const qualityIds = bidding.criteria.flatMap(({ id, kind }) => (kind === "quality" ? [id] : []));
  const { draft, ready, change, forget } = useDraft(draftKey(bidding), firstDraft(bidding));
  const sealing = useSealing(bidding, qualityIds);
  const { form, sealAndSend, reset } = sealing;
  const files = useAttachments();
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
    return checking ? sealAndSend(draft, files.attachments) : check();
  };
  const clear = () => {
    reset();
    forget();
    files.clear();
    setProblems({});
    setChecking(false);
  };
  const back = () => setChecking(false);
  return { draft, ready, problems, checking, files, sealing, edit, go, clear, back };
}

/** A final offer has a draft of its own. */
const draftKey = ({ organizationId, id, round }: Bidding) =>
  `bid-${organizationId}-${id}${round > 1 ? `-${round}` : ""}`;

/** A final offer begins with what was offered first. */
const firstDraft = ({ first }: Bidding) => (first?.document ? draftOf(first.document) : emptyDraft);

/** Takes the reader to what the form has to say: its errors, or the answers to check. */
function focusOn(form: HTMLFormElement | null) {
  form?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
}

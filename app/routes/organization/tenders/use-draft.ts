import { useEffect, useState } from "react";
import { type BidDraft, readDraft } from "#app/domain/bids/draft.ts";

/**
 * The draft of a bid, kept in this browser under `key` as it is typed; `ready` once it has been read back. Where nothing
 * was kept it begins with `first`.
 */
export function useDraft(key: string, first: BidDraft) {
  const [draft, setDraft] = useState(first);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const kept = readDraft(localStorage.getItem(key));
    if (kept) setDraft(kept);
    setReady(true);
  }, [key]);

  const change = (changed: Partial<BidDraft>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    localStorage.setItem(key, JSON.stringify(next));
  };
  const forget = () => {
    setDraft(first);
    localStorage.removeItem(key);
  };
  return { draft, ready, change, forget };
}

import { useEffect, useState } from "react";
import { type BidDraft, emptyDraft, readDraft } from "#app/domain/bids/draft.ts";

/** The draft of a bid, kept in this browser under `key` as it is typed; `ready` once it has been read back. */
export function useDraft(key: string) {
  const [draft, setDraft] = useState(emptyDraft);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    setDraft(readDraft(localStorage.getItem(key)) ?? emptyDraft);
    setReady(true);
  }, [key]);

  const change = (changed: Partial<BidDraft>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    localStorage.setItem(key, JSON.stringify(next));
  };
  const forget = () => {
    setDraft(emptyDraft);
    localStorage.removeItem(key);
  };
  return { draft, ready, change, forget };
}

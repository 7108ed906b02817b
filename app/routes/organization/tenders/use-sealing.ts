import { useRef, useState } from "react";
import { type BidDraft, documentOf } from "#app/domain/bids/draft.ts";
import type { Bidding } from "#app/domain/bids/queries.server.ts";
import { sealBid } from "#app/domain/bids/sealing.ts";
import { toBase64url } from "#app/values/bytes.ts";

/**
 * Seals a draft and posts the form with the ciphertext in it, and nothing else. Pressing twice posts the same
 * ciphertext, which the server knows as one submission; `reset` must be called when the draft changes.
 */
export function useSealing(bidding: Bidding, qualityIds: readonly string[]) {
  const form = useRef<HTMLFormElement>(null);
  const ciphertext = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState(false);

  const send = async (draft: BidDraft) => {
    const field = ciphertext.current;
    if (!field || !form.current) return;
    if (field.value === "") {
      const { publicKey, id: tenderId, organizationId, deadlineVersion } = bidding;
      const context = { tenderId, organizationId, deadlineVersion };
      const sealed = await sealBid(publicKey, context, documentOf(draft, qualityIds));
      field.value = toBase64url(sealed.ciphertext);
    }
    form.current.submit();
  };
  const sealAndSend = (draft: BidDraft) => send(draft).catch(() => setTooLarge(true));
  const reset = () => {
    setTooLarge(false);
    if (ciphertext.current) ciphertext.current.value = "";
  };
  return { form, ciphertext, tooLarge, sealAndSend, reset };
}

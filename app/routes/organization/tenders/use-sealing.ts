import { useRef, useState } from "react";
import { type Attachment, sealAttachment } from "#app/domain/bids/attachment.ts";
import { type BidDraft, documentOf } from "#app/domain/bids/draft.ts";
import type { Bidding } from "#app/domain/bids/queries.server.ts";
import { sealBid } from "#app/domain/bids/sealing.ts";
import { toBase64url } from "#app/values/bytes.ts";

/**
 * Seals a draft and its files and posts the form with the ciphertexts in it, and nothing else. Pressing twice posts the same
 * ciphertext, which the server knows as one submission; `reset` must be called when the draft changes.
 */
export function useSealing(bidding: Bidding, qualityIds: readonly string[]) {
  const form = useRef<HTMLFormElement>(null);
  const ciphertext = useRef<HTMLInputElement>(null);
  const sealedFiles = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState(false);

  const send = async (draft: BidDraft, attachments: readonly Attachment[]) => {
    const field = ciphertext.current;
    if (!field || !form.current) return;
    if (field.value === "") {
      const { publicKey, id: tenderId, organizationId, deadlineVersion } = bidding;
      const context = { tenderId, organizationId, deadlineVersion };
      const sealed = await sealBid(publicKey, context, documentOf(draft, qualityIds));
      const files = new DataTransfer();
      for (const [index, attachment] of attachments.entries()) {
        const { ciphertext: bytes } = await sealAttachment(publicKey, context, attachment);
        files.items.add(new File([bytes], `${index + 1}`));
      }
      if (sealedFiles.current) sealedFiles.current.files = files.files;
      field.value = toBase64url(sealed.ciphertext);
    }
    form.current.submit();
  };
  const sealAndSend = (...all: Parameters<typeof send>) =>
    send(...all).catch(() => setTooLarge(true));
  const reset = () => {
    setTooLarge(false);
    if (ciphertext.current) ciphertext.current.value = "";
  };
  return { form, ciphertext, sealedFiles, tooLarge, sealAndSend, reset };
}

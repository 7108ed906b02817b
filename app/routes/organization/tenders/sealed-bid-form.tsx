import { Button } from "#app/components/button.tsx";
import { Hidden, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions } from "#app/components/page.tsx";
import type { BidDraft } from "#app/domain/bids/draft.ts";
import type { Bidding } from "#app/domain/bids/queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { AttachmentFields } from "./attachment-fields.tsx";
import { BidCheck } from "./bid-check.tsx";
import { BidErrors } from "./bid-errors.tsx";
import { BidFields } from "./bid-fields.tsx";
import { useBidForm } from "./use-bid-form.ts";

type SealedBidFormProps = {
  bidding: Bidding;
  /** What an earlier bid gives, and what that was for. */
  copy: { title: string; draft: Omit<BidDraft, "price"> } | undefined;
};

/**
 * The form that seals: what is typed has no name and is never posted; the one thing that leaves the browser is the
 * ciphertext. Nothing can be typed before the page's script runs.
 */
export function SealedBidForm({ bidding, copy }: SealedBidFormProps) {
  const { form: words } = useMessages().bids;
  const [served] = useServerForm({ id: "bid" });
  const bid = useBidForm(bidding);
  const { draft, ready, problems, checking, files, sealing } = bid;
  return (
    <form
      ref={sealing.form}
      method="post"
      encType="multipart/form-data"
      id="bid"
      className="form"
      noValidate
      onSubmit={bid.go}
    >
      <input ref={sealing.ciphertext} type="hidden" name="ciphertext" defaultValue="" />
      <input ref={sealing.sealedFiles} type="file" name="attachments" multiple hidden />
      <Hidden name="deadlineVersion" value={String(bidding.deadlineVersion)} />
      <BidErrors bidding={bidding} problems={problems} served={served.allErrors} />
      {sealing.tooLarge && <Notice kind="refusal">{words.tooLarge}</Notice>}
      <fieldset disabled={!ready} className="fieldset">
        {checking ? (
          <BidCheck {...{ bidding, draft, attachments: files.attachments }} back={bid.back} />
        ) : (
          <>
            {copy && <FillIn title={copy.title} fill={() => bid.edit(copy.draft)} />}
            <Writing
              {...{ bidding, draft, problems, files, clear: bid.clear }}
              change={bid.edit}
              changed={sealing.reset}
            />
          </>
        )}
      </fieldset>
    </form>
  );
}

/** Takes over an earlier bid when asked to: what has been typed is not overwritten by itself. */
function FillIn({ title, fill }: { title: string; fill: () => void }) {
  const { earlier } = useMessages().bids.form;
  return (
    <Notice kind="waiting" title={earlier.from(title)}>
      <p>{earlier.effect}</p>
      <button type="button" className="button plain" onClick={fill}>
        {earlier.fill}
      </button>
    </Notice>
  );
}

type WritingProps = Parameters<typeof BidFields>[0] &
  Parameters<typeof AttachmentFields>[0] & { clear: () => void };

function Writing({ files, changed, clear, ...fields }: WritingProps) {
  const { form: words } = useMessages().bids;
  return (
    <>
      <BidFields {...fields} />
      <AttachmentFields files={files} changed={changed} />
      <Actions>
        <Button>{words.next}</Button>
        <button type="button" className="button quiet" onClick={clear}>
          {words.forget}
        </button>
      </Actions>
    </>
  );
}

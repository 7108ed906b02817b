import { Button } from "#app/components/button.tsx";
import { Hidden, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions } from "#app/components/page.tsx";
import type { Bidding } from "#app/domain/bids/queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { AttachmentFields } from "./attachment-fields.tsx";
import { BidCheck } from "./bid-check.tsx";
import { BidErrors } from "./bid-errors.tsx";
import { BidFields } from "./bid-fields.tsx";
import { useBidForm } from "./use-bid-form.ts";

/**
 * The form that seals: what is typed has no name and is never posted; the one thing that leaves the browser is the
 * ciphertext. Nothing can be typed before the page's script runs.
 */
export function SealedBidForm({ bidding }: { bidding: Bidding }) {
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
          <Writing
            {...{ bidding, draft, problems, files, clear: bid.clear }}
            change={bid.edit}
            changed={sealing.reset}
          />
        )}
      </fieldset>
    </form>
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

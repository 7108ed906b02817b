import { Fieldset } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { MOST_ATTACHMENTS } from "#app/domain/bids/attachment.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import type { AttachmentFault, useAttachments } from "./use-attachments.ts";

type Props = { files: ReturnType<typeof useAttachments>; changed: () => void };

/** Files to go with the bid. The picker has no name, so no form can post what was picked. */
export function AttachmentFields({ files, changed }: Props) {
  const { attachments: words } = useMessages().bids;
  const { number } = useFormat();
  const { attachments, fault, add, mark, remove } = files;
  const most = number(MOST_ATTACHMENTS);
  return (
    <Fieldset legend={words.title}>
      <p className="field">
        <label htmlFor="bid-attachments">{words.pick}</label>
        <span className="hint" id="bid-attachments-hint">
          {words.hint(most)}
        </span>
        <input
          type="file"
          id="bid-attachments"
          aria-describedby="bid-attachments-hint"
          accept=".pdf,.jpg,.jpeg,.png"
          multiple
          onChange={({ target }) => {
            changed();
            void add([...(target.files ?? [])]);
            target.value = "";
          }}
        />
      </p>
      {fault && <Notice kind="refusal">{faultWords(words, fault, most)}</Notice>}
      <ul className="link-list">
        {attachments.map(({ name, bytes, confidential }, index) => (
          <li key={`${name} ${bytes.length} ${index.toString()}`}>
            <p>{words.file(name, number(Math.ceil(bytes.length / 1024)))}</p>
            <label className="choice">
              <input
                type="checkbox"
                checked={confidential}
                onChange={({ target }) => {
                  changed();
                  mark(index, target.checked);
                }}
              />
              {words.confidentialOf(name)}
            </label>
            <button
              type="button"
              className="button quiet"
              onClick={() => {
                changed();
                remove(index);
              }}
            >
              {words.remove(name)}
            </button>
          </li>
        ))}
      </ul>
    </Fieldset>
  );
}

function faultWords(
  { wrong }: ReturnType<typeof useMessages>["bids"]["attachments"],
  fault: AttachmentFault,
  most: string,
): string {
  return fault.kind === "many" ? wrong.many(most) : wrong[fault.kind](fault.name);
}

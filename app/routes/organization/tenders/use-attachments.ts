import { useState } from "react";
import {
  type Attachment,
  LARGEST_ATTACHMENT,
  MOST_ATTACHMENTS,
} from "#app/domain/bids/attachment.ts";
import { checkUpload } from "#app/domain/files/upload.ts";

export type AttachmentFault = { kind: "many" } | { kind: "large" | "type"; name: string };

/** The files that go with a bid, kept in this page alone; what cannot go is said and left out. */
export function useAttachments() {
  const [attachments, setAttachments] = useState<Attachment[]>([]);
  const [fault, setFault] = useState<AttachmentFault>();

  const add = async (files: readonly File[]) => {
    setFault(undefined);
    const read = await Promise.all(files.map(readOne));
    const good = read.flatMap((one) => ("bytes" in one ? [one] : []));
    const wrong = read.find((one) => "kind" in one);
    const room = MOST_ATTACHMENTS - attachments.length;
    if (wrong) setFault(wrong);
    else if (good.length > room) setFault({ kind: "many" });
    setAttachments([...attachments, ...good.slice(0, room)]);
  };
  const mark = (index: number, confidential: boolean) =>
    setAttachments(attachments.map((one, at) => (at === index ? { ...one, confidential } : one)));
  const remove = (index: number) => {
    setFault(undefined);
    setAttachments(attachments.filter((_, at) => at !== index));
  };
  const clear = () => {
    setFault(undefined);
    setAttachments([]);
  };
  return { attachments, fault, add, mark, remove, clear };
}

async function readOne(file: File): Promise<Attachment | AttachmentFault> {
  if (file.size > LARGEST_ATTACHMENT) return { kind: "large", name: file.name };
  try {
    const { name, bytes } = checkUpload(file.name, new Uint8Array(await file.arrayBuffer()));
    return { name, bytes, confidential: false };
  } catch {
    return { kind: "type", name: file.name };
  }
}

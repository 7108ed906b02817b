import { Card, CardList } from "#app/components/card.tsx";
import { Moment } from "#app/components/facts.tsx";
import { LinkList, Prose, Section } from "#app/components/page.tsx";
import { useMessages } from "#app/i18n/messages.ts";

type Comment = {
  id: string;
  from: "organization" | "resident";
  text: string;
  writtenAt: Date;
  reply: string | null;
};

type Props = {
  comments: Comment[];
  /** The page on which a comment is replied to, for whoever may. */
  replyAt?: ((commentId: string) => string) | undefined;
};

/** What was said of a draft and replied to it; never who said it. */
export function DraftComments({ comments, replyAt }: Props) {
  const { page: words, office } = useMessages().consultation;
  return (
    <Section title={words.comments} note={words.commentsNote}>
      {comments.length === 0 && <p>{words.noComments}</p>}
      <CardList>
        {comments.map(({ id, from, text, writtenAt, reply }) => (
          <Card key={id} title={words.from[from]} note={<Moment at={writtenAt} as="stamp" />}>
            <Prose>{text}</Prose>
            <Prose>{reply === null ? words.noReply : words.reply(reply)}</Prose>
            {reply === null && replyAt && (
              <LinkList links={[{ to: replyAt(id), label: office.replyTo }]} />
            )}
          </Card>
        ))}
      </CardList>
    </Section>
  );
}

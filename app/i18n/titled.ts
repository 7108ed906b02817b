import type { Language } from "./language.ts";
import { type Messages, messagesIn } from "./messages.ts";

type MetaArgs<Loaded> = {
  matches: readonly { id: string; data?: unknown }[];
  data?: Loaded | undefined;
};

/** A page's `meta`: its title in the reader's language, followed by the site's name. */
export function titled<Loaded>(
  { matches, data }: MetaArgs<Loaded>,
  title: (messages: Messages, loaded: Loaded | undefined) => string,
) {
  const messages = messagesIn(languageOf(matches.find((match) => match.id === "root")?.data));
  return [
    { title: messages.common.title(title(messages, data)) },
    { name: "description", content: messages.common.description },
  ];
}

function languageOf(root: unknown): Language {
  const english = typeof root === "object" && root && "language" in root && root.language === "en";
  return english ? "en" : "zh";
}

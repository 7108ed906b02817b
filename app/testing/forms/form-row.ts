import type { Id } from "#app/values/id.ts";

/** What is typed and chosen, by the names of the fields; several of a name are sent one after the other. */
export type Fields = Record<string, string | readonly string[] | File>;

export type Setting = {
  /** Who fills the form in; nobody signed in without one. */
  who?: Id<"user"> | undefined;
  /** Where it is sent. */
  address: string;
  /** Where it stands, if on another page. */
  page?: string;
  /** Somebody in the same role to whom the thing does not belong. */
  stranger?: Id<"user">;
  /** What the stranger types of her own, such as her code. */
  strangerTypes?: () => Promise<Fields>;
  /** The same form of a thing that is past it: here the answer is a refusal. */
  late?: string;
  /** Cookies besides the session. */
  cookies?: string;
  /** What a right form holds where the usual words and first choices do not do. */
  right?: Fields | (() => Promise<Fields>);
};

/** One form of the app: who fills it in where, and what it asks for. The wrong inputs follow from its controls. */
export type FormRow = {
  /** The module with the action, as `app/routes.ts` names it. */
  route: string;
  setting: () => Promise<Setting>;
  /** The fields that get a sentence when nothing is filled in. */
  asks?: readonly string[];
  /** Wrong forms of its own: what differs from a right one, and which fields then get a sentence. */
  wrong?: Readonly<Record<string, readonly [Fields, ...string[]]>>;
  /** A right form is the form as it stands: what is empty there may be empty. */
  asItStands?: boolean;
  /** Choices that only the command can tell from others: it refuses the form as a whole. */
  byCommand?: readonly string[];
  /** Digits that are a name, such as an account's, and so may be any. */
  codes?: readonly string[];
  /** Numbers that may go below zero. */
  signed?: readonly string[];
  /** Hidden fields with which nothing can go wrong: what they cannot mean is passed over. */
  idle?: readonly string[];
  /** Tables in which a failed try is written down. */
  notes?: readonly string[];
};

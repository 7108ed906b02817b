import { Refusal } from "./refusal.ts";

/** For each state, the events it accepts and the state each leads to. */
export type Lifecycle<State extends string> = Record<State, Partial<Record<string, State>>>;

/** The state that `event` leads to; an event that the state does not accept is refused. */
export function step<State extends string>(
  lifecycle: Lifecycle<State>,
  from: State,
  event: string,
): State {
  const to = lifecycle[from][event];
  if (!to) throw new Refusal("lifecycle.not_now");
  return to;
}

/** Whether the state accepts the event: what a page asks before it shows the way there. */
export const accepts = <State extends string>(
  lifecycle: Lifecycle<State>,
  from: State,
  event: string,
): boolean => lifecycle[from][event] !== undefined;

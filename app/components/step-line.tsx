import type { ReactNode } from "react";
import { type LoopStep, loopSteps } from "#app/i18n/loop-step.ts";
import { useMessages } from "#app/i18n/messages.ts";

type StepLineProps = {
  /** The step it stands at; "all" when the last one is done too. */
  at: LoopStep | "all";
  notes?: Partial<Record<LoopStep, ReactNode>>;
  links?: Partial<Record<LoopStep, string>>;
  /** It ended here for good, before the last step. */
  stopped?: boolean;
};

type StepState = "done" | "now" | "later" | "stopped";

/** How far a project has come from need to payment: the same seven steps on every public page. */
export function StepLine({ at, notes = {}, links = {}, stopped }: StepLineProps) {
  const { loop, aside } = useMessages().common;
  return (
    <ol className="steps" aria-label={loop.label}>
      {loopSteps.map((step) => {
        const state = stateOf(step, at, stopped);
        const link = links[step];
        const words = loop.steps[step];
        return (
          <li key={step} data-state={state} aria-current={state === "now" ? "step" : undefined}>
            <span className="step-name">{link ? <a href={link}>{words}</a> : words}</span>
            <span className="unseen">{aside(loop[state])}</span>
            {notes[step] && <span className="note">{notes[step]}</span>}
          </li>
        );
      })}
    </ol>
  );
}

function stateOf(step: LoopStep, at: LoopStep | "all", stopped: boolean | undefined): StepState {
  if (at === "all") return "done";
  const ahead = loopSteps.indexOf(step) - loopSteps.indexOf(at);
  if (ahead !== 0) return ahead < 0 ? "done" : "later";
  return stopped ? "stopped" : "now";
}

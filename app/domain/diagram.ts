import type { Lifecycle } from "./lifecycle.ts";

/** A lifecycle as a Mermaid state diagram; the first state is where it begins. */
export function diagramOf<State extends string>(lifecycle: Lifecycle<State>): string {
  const states = Object.keys(lifecycle) as State[];
  const arrows = states.flatMap((from) =>
    Object.entries(lifecycle[from]).map(([event, to]) => `  ${from} --> ${to}: ${event}`),
  );
  const ends = states
    .filter((state) => Object.keys(lifecycle[state]).length === 0)
    .map((state) => `  ${state} --> [*]`);
  return ["stateDiagram-v2", `  [*] --> ${states[0]}`, ...arrows, ...ends].join("\n");
}

/** What the worker does, and how often it looks whether there is something to do. */
export type Job = { name: string; everySeconds: number; run: () => Promise<void> };

export const schedule: readonly Job[] = [];

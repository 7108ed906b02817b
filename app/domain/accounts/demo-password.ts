/** The password of every invented person of the demo street; no other account ever has it. */
export const DEMO_PASSWORD = "nanhu-2026";

/** Under which both openers of the demo street keep their keys. */
export const DEMO_PASSPHRASE = "桂花飘香的十一月 2026";

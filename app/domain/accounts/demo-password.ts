/** The password of every invented person of the demo street; no other account ever has it. */
export const DEMO_PASSWORD = "nanhu-2026";

export type Language = "zh" | "en";

/** How large everything is shown: 0 standard, 1 for elders, 2 larger still. */
export type ElderStep = 0 | 1 | 2;

export type Preferences = { language: Language; elder: ElderStep };

/** What a first visitor sees; every page then follows her own choice. */
export const firstPreferences: Preferences = { language: "zh", elder: 0 };

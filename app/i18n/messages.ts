import { createContext, useContext } from "react";
import * as en from "./en/index.ts";
import { type Format, formatIn } from "./format.ts";
import { firstPreferences, type Language, type Preferences } from "./language.ts";
import * as zh from "./zh/index.ts";

export type { Language } from "./language.ts";
export type Messages = typeof zh;

const catalogues: Record<Language, Messages> = { zh, en };

/** Every word of the product in one language; on a page use `useMessages`. */
export const messagesIn = (language: Language): Messages => catalogues[language];

/** The reader's language and text size; root provides them to every page. */
export const PreferencesContext = createContext<Preferences>(firstPreferences);

export const usePreferences = (): Preferences => useContext(PreferencesContext);
export const useMessages = (): Messages => messagesIn(usePreferences().language);
export const useFormat = (): Format => formatIn(usePreferences().language);

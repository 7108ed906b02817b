import type { ElderStep, Language, Preferences } from "#app/i18n/language.ts";

const YEAR_IN_SECONDS = 365 * 24 * 3600;

/** How the reader wants pages: from her cookies, Chinese in standard size until she chooses. */
export function preferencesOf(request: Pick<Request, "headers">): Preferences {
  const cookies = request.headers.get("Cookie") ?? "";
  return {
    language: cookieIn(cookies, "lang") === "en" ? "en" : "zh",
    elder: elderStep(cookieIn(cookies, "elder")),
  };
}

/** The headers that remember a choice for a year; what was not chosen stays. */
export function rememberPreferences(chosen: {
  language?: Language | undefined;
  elder?: ElderStep | undefined;
}): Headers {
  const headers = new Headers();
  if (chosen.language) headers.append("Set-Cookie", cookie("lang", chosen.language));
  if (chosen.elder !== undefined) headers.append("Set-Cookie", cookie("elder", `${chosen.elder}`));
  return headers;
}

/** An address of this site to go back to; anything else, and what cannot be read again, is `instead`. */
export function returnAddress(from: string | null | undefined, instead: string): string {
  const own = "http://own.invalid";
  if (!from?.startsWith("/") || !URL.canParse(from, own)) return instead;
  const { origin, pathname, search } = new URL(from, own);
  return origin === own ? pathname + search : instead;
}

function elderStep(value: string | undefined): ElderStep {
  if (value === "2") return 2;
  return value === "1" ? 1 : 0;
}

function cookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${YEAR_IN_SECONDS}; SameSite=Lax`;
}

function cookieIn(cookies: string, name: string): string | undefined {
  const pair = cookies.split(/;\s*/).find((text) => text.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

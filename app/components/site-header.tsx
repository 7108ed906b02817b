import { useLocation } from "@remix-run/react";
import { useMessages, usePreferences } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { PostButton } from "./button.tsx";
import { HelpPhone } from "./help-phone.tsx";

/** The same on every page, whoever reads it: public pages are cached. */
export function SiteHeader() {
  const { common } = useMessages();
  return (
    <header className="site-header">
      <div className="bar">
        <a href={paths.home} className="brand">
          <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect width="32" height="32" rx="6" />
            <path d="M6 16 16 7l10 9M9 14v11h6v-7h2v7h6V14" strokeWidth="2.6" />
          </svg>
          {common.name}
        </a>
        <nav aria-label={common.navigation.label} className="site-nav">
          <a href={paths.services}>{common.navigation.services}</a>
          <a href={paths.tenders}>{common.navigation.tenders}</a>
          <a href={paths.my}>{common.navigation.my}</a>
        </nav>
        <HelpPhone />
        <PreferenceSwitches />
      </div>
    </header>
  );
}

function PreferenceSwitches() {
  const { preferences } = useMessages().common;
  const { language, elder } = usePreferences();
  const { pathname, search } = useLocation();
  const from = pathname + search;
  const other = language === "zh" ? "en" : "zh";
  return (
    <div className="switches">
      <PostButton kind="quiet" action={paths.preferences()} values={{ language: other, from }}>
        <span lang={other}>{preferences.toOther}</span>
      </PostButton>
      <PostButton
        kind="quiet"
        action={paths.preferences()}
        values={{ elder: elder ? "0" : "1", from }}
      >
        {elder ? preferences.elderOff : preferences.elderOn}
      </PostButton>
    </div>
  );
}

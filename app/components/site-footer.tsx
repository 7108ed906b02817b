import { useLocation } from "@remix-run/react";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

export function SiteFooter() {
  const { footer } = useMessages().common;
  const { pathname, search } = useLocation();
  return (
    <footer className="site-footer">
      <p className="bar">{footer.promise}</p>
      <nav aria-label={footer.label} className="bar site-nav">
        <a href={paths.contracts}>{footer.contracts}</a>
        <a href={paths.organizations}>{footer.organizations}</a>
        <a href={paths.audit}>{footer.audit}</a>
        <a href={paths.open.home}>{footer.openData}</a>
        <a href={paths.preferences(pathname + search)}>{footer.preferences}</a>
      </nav>
    </footer>
  );
}

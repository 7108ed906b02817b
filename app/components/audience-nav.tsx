import { useLocation } from "@remix-run/react";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { PostButton } from "./button.tsx";

type AudienceNavProps = {
  label: string;
  /** Who is signed in; adds the way out. */
  who?: string | undefined;
  /** Her role asks for a second factor: a link leads to hers. */
  secondFactor?: boolean;
  links: NavLink[];
};

type NavLink = {
  to: string;
  label: string;
  count?: number | undefined;
  /** Where else its pages are. */
  also?: string;
};

/** The pages of one audience, under the header of every page of theirs. */
export function AudienceNav({ label, who, secondFactor, links }: AudienceNavProps) {
  const messages = useMessages();
  const { navigation } = messages.common;
  const { pathname } = useLocation();
  const here = currentOf(links, pathname);
  return (
    <nav aria-label={label} className="audience-nav">
      <div className="site-nav">
        {links.map(({ to, label: words, count }) => (
          <a key={to} href={to} aria-current={to === here ? "page" : undefined}>
            {words}
            {count ? <span className="waiting">{navigation.waiting(count)}</span> : null}
          </a>
        ))}
      </div>
      {who && (
        <div className="signed-in">
          <p>{navigation.signedInAs(who)}</p>
          {secondFactor && <a href={paths.secondFactor}>{messages.secondFactor.title}</a>}
          <a href={paths.mail}>{navigation.mail}</a>
          <PostButton kind="quiet" action={paths.signOut}>
            {navigation.signOut}
          </PostButton>
        </div>
      )}
    </nav>
  );
}

/** The link that leads deepest towards the page. */
function currentOf(links: NavLink[], pathname: string): string | undefined {
  return links
    .flatMap(({ to, also = to }) => [to, also].map((start) => ({ to, start })))
    .filter(({ start }) => pathname === start || pathname.startsWith(`${start}/`))
    .sort((a, b) => b.start.length - a.start.length)[0]?.to;
}

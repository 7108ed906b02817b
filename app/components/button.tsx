import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

/** "main" is the one jade act of a page; "danger" undoes or ends something. */
export type ButtonKind = "main" | "plain" | "danger" | "quiet";

type Look = { kind?: ButtonKind | undefined; icon?: IconName | undefined; children: ReactNode };
/** The name read aloud where the words alone do not say which: it contains them. */
type Named = { label?: string | undefined };

/** A submit button of the form around it; with a `formAction` it sends the form elsewhere. */
export function Button({
  kind = "main",
  icon,
  label,
  children,
  ...sent
}: Look & Named & { name?: string; value?: string; formAction?: string }) {
  return (
    <button type="submit" className={`button ${kind}`} aria-label={label} {...sent}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like the act it leads to. */
export function LinkButton({ to, kind = "plain", icon, children }: Look & { to: string }) {
  return (
    <a href={to} className={`button ${kind}`}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

type PostButtonProps = Look &
  Named & { action: string; values?: Record<string, string> | undefined };

/** A whole form of one button, posted to `action` with the hidden `values`. */
export function PostButton({ action, values = {}, kind = "plain", ...look }: PostButtonProps) {
  return (
    <form method="post" action={action} className="post-button">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind} {...look} />
    </form>
  );
}

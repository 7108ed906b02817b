import { Children, isValidElement, type ReactNode } from "react";

type Props = { name?: string; field?: { name: string }; label?: ReactNode; children?: ReactNode };

/** What the fields among a form's children are called, by name, for the error summary above them. */
export function labelsIn(children: ReactNode): Record<string, string> {
  const labels: Record<string, string> = {};
  Children.forEach(children, (child) => {
    if (!isValidElement<Props>(child)) return;
    const { field, label, children: inner } = child.props;
    if (field && typeof label === "string") labels[field.name] = label;
    else Object.assign(labels, labelsIn(inner));
  });
  return labels;
}

/** The names of what such a form carries unseen. */
export function hiddenIn(children: ReactNode, hidden: unknown): string[] {
  return Children.toArray(children).flatMap((child) => {
    if (!isValidElement<Props>(child)) return [];
    const { name, children: inner } = child.props;
    return child.type === hidden && name ? [name] : hiddenIn(inner, hidden);
  });
}

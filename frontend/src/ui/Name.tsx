/** From how many shared letters on two names are told apart only by what follows. */
const SHARED = 20;
/** Letters kept at the end of a name cut in the middle, at most. */
const END = 18;

/**
 * Whether names differ only far behind, so that cut at their end they would look the same: "Trường Mẫu giáo xã Mẫu, điểm 1" and
 * "…, điểm 2".
 */
export function differAtEnd(names: string[]): boolean {
  const sorted = [...new Set(names)].sort();
  return sorted.some((each, at) => at > 0 && each.slice(0, SHARED) === sorted[at - 1]!.slice(0, SHARED));
}

/** A name in one line, cut in the middle between two words where it has no room. Read aloud or copied it is the whole name. */
export function Name({ children }: { children: string }) {
  const from = children.indexOf(' ', Math.max(children.length - END, children.length / 2));
  if (from < 0) return children;
  return (
    <span className="cn-name">
      <span className="cn-name-start">{children.slice(0, from)}</span>
      <span>{children.slice(from)}</span>
    </span>
  );
}

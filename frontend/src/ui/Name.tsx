/** Letters kept at the end of a name that has no room, and from how many letters on a name may be cut at all. */
const END = 12;
const LONG = 28;

/**
 * A name of a person or place in one line. Names that do not fit are cut in the middle: "Chi bộ ấp Giồng…, xã An Nhơn" – what
 * tells them apart stands at either end. Read aloud or copied it is the whole name.
 */
export function Name({ children }: { children: string }) {
  if (children.length <= LONG) return children;
  const at = children.length - END;
  return (
    <span className="cn-name">
      <span className="cn-name-start">{children.slice(0, at)}</span>
      <span>{children.slice(at)}</span>
    </span>
  );
}

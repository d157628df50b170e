import type { ReactNode } from 'react';

/**
 * The second line of a cell. In a compact list it follows the first in the same line, behind a point; on the chosen row and in a
 * roomy list it stands below.
 */
export function Second({ children }: { children: ReactNode }) {
  return (
    <div className="cn-second">
      <span className="cn-second-dot"> · </span>
      {children}
    </div>
  );
}

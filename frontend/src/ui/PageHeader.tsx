import type { ReactNode } from 'react';

interface Props {
  title: ReactNode;
  /** Lighter words after the title: the place a unit lies in, the office of an officer. */
  aside?: ReactNode;
  /** One line under the title: what the page counts or shows. */
  sub?: ReactNode;
  /** Buttons; the one primary button last. */
  actions?: ReactNode;
  back?: { label: string; onClick: () => void };
}

/** Title line of a page. Each page has exactly one. */
export function PageHeader({ title, aside, sub, actions, back }: Props) {
  return (
    <header className="cn-head">
      <div className="cn-grow">
        {back && (
          <button type="button" className="cn-link cn-head-back" onClick={back.onClick}>
            ← {back.label}
          </button>
        )}
        <h1>
          {title}
          {aside !== undefined && <span className="cn-head-light"> {aside}</span>}
        </h1>
        {sub !== undefined && <p className="cn-head-sub">{sub}</p>}
      </div>
      {actions !== undefined && <div className="cn-head-actions">{actions}</div>}
    </header>
  );
}

/** A white sheet on the page with its own heading and, at the right, a link or a legend. */
export function Section({
  title,
  extra,
  flush,
  children,
}: {
  title: ReactNode;
  extra?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <section className="cn-section">
      <div className="cn-section-head">
        <h2>{title}</h2>
        {extra}
      </div>
      <div className={flush ? 'cn-section-flush' : 'cn-section-body'}>{children}</div>
    </section>
  );
}

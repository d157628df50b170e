import { Button } from 'antd';
import { Children, Fragment, isValidElement, useState, type ReactElement, type ReactNode } from 'react';
import { useNarrow } from './useNarrow';

interface Props {
  title: ReactNode;
  /** Lighter words after the title: the place a unit lies in, the office of an officer. */
  aside?: ReactNode;
  /** A few words after the title: what the page counts, which keys help. */
  sub?: ReactNode;
  /** The parts of the room, or its lists of work, in the line of the title. */
  tabs?: ReactNode;
  /** Buttons; the one primary button last. */
  actions?: ReactNode;
  back?: { label: string; onClick: () => void };
}

/** Buttons, out of the fragments and conditions they were written in. */
function flat(nodes: ReactNode): ReactNode[] {
  return Children.toArray(nodes).flatMap((each) =>
    isValidElement(each) && each.type === Fragment
      ? flat((each as ReactElement<{ children?: ReactNode }>).props.children)
      : [each],
  );
}

/** The one line at the head of a page: title, parts, buttons. Where there is no room, only the last button stays outside. */
export function PageHeader({ title, aside, sub, tabs, actions, back }: Props) {
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const buttons = flat(actions);
  const others = buttons.slice(0, -1);
  const folds = narrow && others.length > 0;
  return (
    <header className="cn-head">
      <div className="cn-head-what">
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
      {tabs}
      {buttons.length > 0 && (
        <div className="cn-head-actions">
          {folds && (
            <Button aria-expanded={open} onClick={() => setOpen(!open)}>
              Việc khác
            </Button>
          )}
          {folds ? buttons.slice(-1) : buttons}
        </div>
      )}
      {folds && open && <div className="cn-head-actions cn-head-more">{others}</div>}
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

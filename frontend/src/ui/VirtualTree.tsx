import './tree.css';
import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, type KeyboardEvent } from 'react';
import { composing } from '../lib/keys';
import { showNumber } from '../lib/text';
import { EmptyState } from './EmptyState';
import { indexTree, pathTo, visibleRows, type TreeNode } from './treeRows';

export type { TreeNode } from './treeRows';

interface Props {
  label: string;
  nodes: TreeNode[];
  /** Open branches; keep them with useSessionState so that the tree looks the same when one comes back. */
  opened: ReadonlySet<string>;
  onOpened: (next: ReadonlySet<string>) => void;
  selected: string | null;
  onSelect: (id: string) => void;
  /** Enter or double click. */
  onEnter?: (id: string) => void;
  /** Shows only what matches, with or without accents, and the way down to it. */
  query?: string;
}

/** A tree of any size by keyboard: ↑ ↓ move, → opens, ← closes or goes up, Enter opens the record. Only the lines on the screen exist. */
export function VirtualTree({ label, nodes, opened, onOpened, selected, onSelect, onEnter, query = '' }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const index = useMemo(() => indexTree(nodes), [nodes]);
  const rows = useMemo(() => visibleRows(index, opened, query), [index, opened, query]);
  const active = rows.findIndex((row) => row.node.id === selected);
  const line = () => 2.25 * (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: line,
    overscan: 10,
    initialRect: { width: 400, height: 720 },
  });

  // A node chosen elsewhere (Ctrl+K, a link) has to be visible: open what leads to it.
  useEffect(() => {
    if (selected === null || query !== '') return;
    const closed = pathTo(index, selected).filter((each) => !opened.has(each));
    if (closed.length > 0) onOpened(new Set([...opened, ...closed]));
    // Only when the choice changes: closing a branch above the chosen node must stay possible.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected, index]);
  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(active, { align: 'auto' });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);

  const toggle = (node: TreeNode, open: boolean) => {
    const next = new Set(opened);
    if (open) next.add(node.id);
    else next.delete(node.id);
    onOpened(next);
  };
  const go = (to: number) => {
    const row = rows[Math.min(Math.max(to, 0), rows.length - 1)];
    if (row) onSelect(row.node.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = rows[active];
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / line()) - 1);
    switch (event.key) {
      case 'ArrowDown':
        go(active + 1);
        break;
      case 'ArrowUp':
        go(active - 1);
        break;
      case 'PageDown':
        go(active + page);
        break;
      case 'PageUp':
        go(active - page);
        break;
      case 'Home':
        go(0);
        break;
      case 'End':
        go(rows.length - 1);
        break;
      case 'ArrowRight':
        if (row && row.children > 0 && !row.open) toggle(row.node, true);
        else go(active + 1);
        break;
      case 'ArrowLeft':
        if (row?.open && query === '') toggle(row.node, false);
        else if (row && index.byId.has(row.node.parentId)) onSelect(row.node.parentId);
        break;
      case 'Enter':
        if (row) onEnter?.(row.node.id);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  if (rows.length === 0)
    return (
      <div className="cn-tree">
        <EmptyState title={query ? 'Không tìm thấy' : 'Chưa có mục nào'}>
          {query ? 'Thử gõ ít chữ hơn; có dấu hay không dấu đều được.' : undefined}
        </EmptyState>
      </div>
    );
  return (
    <div
      className="cn-tree"
      ref={box}
      role="tree"
      aria-label={label}
      tabIndex={0}
      onKeyDown={onKeyDown}
      aria-activedescendant={active >= 0 ? `${id}-${selected}` : undefined}
    >
      <div className="cn-tree-all" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const { node } = row;
          return (
            <div
              key={node.id}
              id={`${id}-${node.id}`}
              role="treeitem"
              aria-level={row.depth + 1}
              aria-posinset={row.position}
              aria-setsize={row.siblings}
              aria-expanded={row.children > 0 ? row.open : undefined}
              aria-selected={node.id === selected}
              className="cn-tree-line"
              style={{
                transform: `translateY(${item.start}px)`,
                height: item.size,
                paddingLeft: `${0.375 + row.depth * 1.25}rem`,
              }}
              onClick={() => onSelect(node.id)}
              onDoubleClick={() => onEnter?.(node.id)}
            >
              {row.children > 0 ? (
                <span
                  className="cn-tree-fold"
                  aria-hidden="true"
                  onClick={(event) => {
                    event.stopPropagation();
                    toggle(node, !row.open);
                  }}
                >
                  {row.open ? <CaretDownOutlined aria-hidden="true" /> : <CaretRightOutlined aria-hidden="true" />}
                </span>
              ) : (
                <span className="cn-tree-fold" />
              )}
              <span className={row.hit ? 'cn-tree-name cn-tree-hit' : 'cn-tree-name'}>{node.label}</span>
              {node.note && <span className="cn-tree-note">{node.note}</span>}
              {row.children > 0 && <span className="cn-tree-note">{showNumber(row.children)}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}

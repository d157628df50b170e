import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { showNumber } from '../lib/text';
import { useShortcut } from './useShortcut';

const ZOOMS = [50, 75, 90, 100, 125, 150, 200];

interface Props {
  /** What stands at the left of the bar; the find field then opens only when asked for, and F3 is left to the page. */
  lead?: ReactNode;
  page: number;
  /** How many pages there are; 0 while the paper is being opened. */
  pages: number;
  onShow: (page: number) => void;
  percent: number;
  fit: boolean;
  onZoom: (zoom: number | 'fit') => void;
  list: boolean;
  onList: (list: boolean) => void;
  /** Whether texts that open something are marked; undefined when none does. */
  marked?: boolean;
  onMarked: (marked: boolean) => void;
  find: { open: boolean; text: string; said: string; found: boolean };
  onFindOpen: (open: boolean) => void;
  onFind: (text: string) => void;
  onStep: (by: number) => void;
  actions?: ReactNode;
}

/** Pages, zoom, find and what is shown, in one line above the pages. */
export function PdfBar(props: Props) {
  const { lead, page, pages, onShow, percent, fit, onZoom, find, onFindOpen, marked } = props;
  const search = useRef<HTMLInputElement>(null);
  const wanted = useRef(false);
  const ask = () => {
    if (search.current) return search.current.focus();
    wanted.current = true;
    onFindOpen(true);
  };
  useEffect(() => {
    if (wanted.current && find.open) search.current?.focus();
    wanted.current = false;
  }, [find.open]);
  useShortcut('ctrl+f', ask);
  useShortcut(lead === undefined ? 'F3' : '', ask);
  const shown = [
    ...(fit ? ['fit'] : []),
    ...(props.list ? ['list'] : []),
    ...(marked ? ['marked'] : []),
    ...(find.open ? ['find'] : []),
  ];
  const views = [
    { key: 'find', label: 'Tìm chữ trong văn bản (Ctrl+F)', onClick: () => (find.open ? onFindOpen(false) : ask()) },
    { key: 'fit', label: 'Vừa khung', onClick: () => onZoom('fit') },
    { key: 'list', label: 'Danh sách trang', onClick: () => props.onList(!props.list) },
    ...(marked === undefined
      ? []
      : [{ key: 'marked', label: 'Dấu ở chỗ mở được', onClick: () => props.onMarked(!marked) }]),
  ];
  return (
    <div className="cn-pdf-bar">
      {lead !== undefined && <div className="cn-pdf-lead-part">{lead}</div>}
      <span className="cn-row">
        <Button aria-label="Trang trước" disabled={page <= 1} onClick={() => onShow(page - 1)}>
          ‹
        </Button>
        <span className="cn-nowrap" role="status">
          Trang {page} / {pages === 0 ? '…' : showNumber(pages)}
        </span>
        <Button aria-label="Trang sau" disabled={page >= pages} onClick={() => onShow(page + 1)}>
          ›
        </Button>
      </span>
      <span className="cn-row">
        <Button
          aria-label="Thu nhỏ"
          disabled={percent <= ZOOMS[0]!}
          onClick={() => onZoom(ZOOMS.findLast((each) => each < percent) ?? percent)}
        >
          –
        </Button>
        <span className="cn-nowrap">{percent} %</span>
        <Button
          aria-label="Phóng to"
          disabled={percent >= ZOOMS.at(-1)!}
          onClick={() => onZoom(ZOOMS.find((each) => each > percent) ?? percent)}
        >
          +
        </Button>
        <Dropdown trigger={['click']} menu={{ items: views, selectable: true, selectedKeys: shown }}>
          <Button>
            Xem <DownOutlined aria-hidden="true" />
          </Button>
        </Dropdown>
      </span>
      {find.open && (
        <form
          className="cn-row"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            props.onStep(1);
          }}
        >
          <input
            ref={search}
            className="cn-input cn-pdf-find"
            aria-label="Tìm trong văn bản"
            placeholder={lead === undefined ? 'Tìm chữ (F3)' : 'Tìm chữ'}
            value={find.text}
            onChange={(event) => props.onFind(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && event.shiftKey) {
                event.preventDefault();
                props.onStep(-1);
              }
            }}
          />
          {find.found && (
            <>
              <Button aria-label="Chỗ trước (Shift+Enter)" onClick={() => props.onStep(-1)}>
                ‹
              </Button>
              <Button aria-label="Chỗ sau (Enter)" onClick={() => props.onStep(1)}>
                ›
              </Button>
            </>
          )}
          <span role="status" className="cn-soft cn-nowrap">
            {find.said}
          </span>
        </form>
      )}
      {props.actions !== undefined && <span className="cn-row cn-pdf-actions">{props.actions}</span>}
    </div>
  );
}

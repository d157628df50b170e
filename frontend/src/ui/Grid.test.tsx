import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Grid, type GridColumn, type GridRow } from './Grid';
import { useTypedAct } from './typed';
import { useShortcut } from './useShortcut';
import { matchOptions, readBlock, shownText, writeBlock } from './gridCells';

const columns: GridColumn[] = [
  { key: 'unit', title: 'Chi bộ', kind: 'fixed' },
  {
    key: 'result',
    title: 'Kết quả',
    kind: 'choice',
    options: [
      { value: 'da_du', label: 'Đã dự', code: 'Đ' },
      { value: 'phep', label: 'Vắng có phép', code: 'P' },
      { value: 'vang', label: 'Vắng', code: 'V' },
    ],
  },
  { key: 'present', title: 'Có mặt', kind: 'number', align: 'right' },
  { key: 'note', title: 'Góp ý', kind: 'text' },
];
const start = (count = 4): GridRow[] =>
  Array.from({ length: count }, (_, n) => ({ id: `r${n}`, name: `Tổ ${n + 1}`, values: { unit: `Tổ ${n + 1}` } }));

let now: GridRow[] = [];
function Sheet({ onSave, count = 4 }: { onSave?: () => void; count?: number }) {
  const [rows, setRows] = useState(() => start(count));
  now = rows;
  const save = useTypedAct(() => onSave?.());
  useShortcut('ctrl+s', save);
  return (
    <Grid
      label="Lưới"
      counted="tổ"
      columns={columns}
      rows={rows}
      onChange={(changes) =>
        setRows((all) =>
          all.map((row) => ({
            ...row,
            values: {
              ...row.values,
              ...Object.fromEntries(
                changes.filter((each) => each.rowId === row.id).map((each) => [each.key, each.value]),
              ),
            },
          })),
        )
      }
    />
  );
}
const field = () => screen.getByRole('textbox') as HTMLInputElement;
const key = (name: string, more = {}) => fireEvent.keyDown(field(), { key: name, ...more });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const paste = (text: string) => fireEvent.paste(field(), { clipboardData: { getData: () => text } });
const said = () =>
  screen
    .getAllByRole('status')
    .map((each) => each.textContent)
    .join(' ');
const column = (name: string) => now.map((row) => row.values[name] ?? '');

describe('Grid', () => {
  it('fills a month of groups in few keys: type, move, extend, fill down', () => {
    render(<Sheet count={12} />);
    let keys = 0;
    const press = (name: string, more = {}) => {
      keys++;
      key(name, more);
    };
    field().focus();
    keys++;
    type('đ');
    press('Enter');
    press('ArrowUp');
    press('ArrowDown', { shiftKey: true, ctrlKey: true });
    press('d', { ctrlKey: true });
    for (let n = 0; n < 4; n++) press('ArrowUp');
    keys++;
    type('p');
    press('Enter');
    keys++;
    type('v');
    press('Enter');
    press('s', { ctrlKey: true });
    expect(column('result').filter((each) => each === 'da_du').length).toBe(10);
    expect(column('result').filter((each) => each === 'phep' || each === 'vang').length).toBe(2);
    expect(keys).toBeLessThanOrEqual(30);
  });

  it('takes letters of an input method from the first key and does nothing while it composes', () => {
    render(<Sheet />);
    field().focus();
    key('ArrowRight');
    key('ArrowRight');
    fireEvent.compositionStart(field());
    for (const text of ['d', 'dd', 'đ', 'đo', 'đoo', 'đô']) {
      key('Process', { keyCode: 229, isComposing: true });
      type(text);
    }
    key('Enter', { keyCode: 229, isComposing: true });
    expect(field().value).toBe('đô');
    fireEvent.compositionEnd(field());
    key('Enter');
    expect(column('note')[0]).toBe('đô');
  });

  it('leaves the backspaces and letters of UniKey alone', () => {
    render(<Sheet />);
    field().focus();
    key('ArrowRight');
    key('ArrowRight');
    // "hop5" in VNI: three letters, then the program sends backspaces and the word again.
    for (const text of ['h', 'ho', 'hop']) type(text);
    for (const text of ['ho', 'h', 'họ', 'họp']) {
      key('Backspace');
      type(text);
    }
    expect(field().value).toBe('họp');
    key('ArrowDown');
    expect(column('note')[0]).toBe('họp');
  });

  it('pastes a block from Excel, keeps what a column does not know in its cell, and takes all of it back', () => {
    render(<Sheet />);
    field().focus();
    paste('Đã dự\t24\t"Họp dân\n"\r\nvang\t19\t\r\nốm\t20\t\r\n');
    expect(column('result')).toEqual(['da_du', 'vang', 'ốm', '']);
    expect(column('present')).toEqual(['24', '19', '20', '']);
    expect(said()).toContain('Đã dán 3 dòng, 7 ô.');
    // A narrow cell shows its words; pointed at, it says what is wrong with them.
    expect(screen.getByText('ốm').closest('td')?.title).toBe(
      '“ốm” không có trong danh sách của cột Kết quả; hãy chọn.',
    );
    expect(screen.getByRole('list', { name: 'Cần xử lý' }).textContent).toContain('Dòng 3 · Kết quả');
    key('z', { ctrlKey: true });
    expect(column('present')).toEqual(['', '', '', '']);
    expect(column('result')).toEqual(['', '', '', '']);
    key('y', { ctrlKey: true });
    expect(column('present')).toEqual(['24', '19', '20', '']);
  });

  it('goes to the next unclear cell by F8, opens its candidates by Enter and takes one by a digit or Alt and a digit', () => {
    render(<Sheet />);
    field().focus();
    paste('ốm\r\nĐã dự\r\nbệnh\r\nphép lạ');
    fireEvent.keyDown(window, { key: 'F8' });
    expect(field().getAttribute('aria-label')).toBe('Tổ 3, Kết quả');
    fireEvent.keyDown(window, { key: 'F8' });
    fireEvent.keyDown(window, { key: 'F8' });
    expect(field().getAttribute('aria-label')).toBe('Tổ 1, Kết quả');
    key('Enter');
    expect(screen.getByRole('listbox', { name: 'Kết quả, dòng 1' }).textContent).toContain('Vắng có phép');
    key('2');
    expect(column('result')).toEqual(['phep', 'da_du', 'bệnh', 'phép lạ']);
    key('ArrowDown');
    key('ArrowDown');
    key('3', { altKey: true });
    expect(column('result')).toEqual(['phep', 'da_du', 'vang', 'phép lạ']);
    // One undo behind these choices still takes the whole paste back.
    fireEvent.click(screen.getByRole('button', { name: /Hoàn tác dán/ }));
    expect(column('result')).toEqual(['', '', '', '']);
  });

  it('names rows and columns that have no place, and puts rows where their names stand', () => {
    render(<Sheet />);
    field().focus();
    paste('V\r\nV\r\nV\r\nV\r\nP');
    expect(said()).toContain('1 dòng không có chỗ trong bảng: “P”.');
    paste('Chi bộ\tKết quả\tQuê quán\r\nTổ 3\tPhép\tMẫu\r\nTổ 9\tĐ\t\r\nto 1\tĐ\t\r\n');
    expect(column('result')).toEqual(['da_du', 'vang', 'phep', 'vang']);
    expect(said()).toContain('Đã nhận ra dòng tiêu đề.');
    expect(said()).toContain('1 dòng không có chỗ trong bảng: “Tổ 9 · Đ”.');
    expect(said()).toContain('1 ô ở cột “Quê quán” không nhập được ở đây: “Mẫu”.');
  });

  it('keeps a word that no choice has, and says so', () => {
    render(<Sheet />);
    field().focus();
    type('xyz');
    key('Enter');
    expect(field().value).toBe('xyz');
    expect(screen.getAllByRole('status').at(-1)?.textContent).toContain('không có trong danh sách');
    key('Escape');
    expect(column('result')[0]).toBe('');
  });

  it('starts F2 with the text that is there and saves what is being typed', () => {
    const onSave = vi.fn();
    render(<Sheet onSave={onSave} />);
    field().focus();
    key('ArrowRight');
    type('24');
    key('Enter');
    key('ArrowUp');
    key('F2');
    expect(field().value).toBe('24');
    type('25');
    key('s', { ctrlKey: true });
    expect(column('present')[0]).toBe('25');
    expect(onSave).toHaveBeenCalledOnce();
  });

  it('stores nothing while a cell holds a word that no choice has', () => {
    const onSave = vi.fn();
    render(<Sheet onSave={onSave} />);
    field().focus();
    type('xyz');
    key('s', { ctrlKey: true });
    expect(onSave).not.toHaveBeenCalled();
    expect(field().value).toBe('xyz');
    expect(document.activeElement).toBe(field());
    expect(screen.getAllByRole('status').at(-1)?.textContent).toContain('không có trong danh sách');
    type('v');
    key('s', { ctrlKey: true });
    expect(column('result')[0]).toBe('vang');
    expect(onSave).toHaveBeenCalledOnce();
  });
});

describe('gridCells', () => {
  it('says a sentence once where a column repeats it, and keeps it for copying', () => {
    const column = { key: 'source', title: 'Văn bản', kind: 'text' as const, ditto: true };
    const row = (source: string) => ({ id: source, name: source, values: { source } });
    const long = row('lịch nghỉ đã thông báo');
    expect(shownText(column, long, undefined)).toBe('lịch nghỉ đã thông báo');
    expect(shownText(column, long, long)).toBe('như trên');
    expect(shownText(column, row('TB 5'), row('TB 5'))).toBe('TB 5');
    expect(shownText(column, row(''), row(''))).toBe('');
    expect(shownText({ ...column, ditto: false }, long, long)).toBe('lịch nghỉ đã thông báo');
    expect(writeBlock([long, long], [column], { row: 0, column: 0 }, { row: 1, column: 0 })).toBe(
      'lịch nghỉ đã thông báo\r\nlịch nghỉ đã thông báo',
    );
  });

  it('reads blocks', () => {
    expect(readBlock('a\tb\r\nc\t"d ""e""\nf"\n')).toEqual([
      ['a', 'b'],
      ['c', 'd "e"\nf'],
    ]);
    expect(readBlock('một')).toEqual([['một']]);
  });

  it('prefers the exact code, then the beginning', () => {
    const options = columns[1]!.options!;
    expect(matchOptions(options, 'v')[0]?.value).toBe('vang');
    expect(matchOptions(options, 'vắng')[0]?.value).toBe('vang');
    expect(matchOptions(options, 'phep')[0]?.value).toBe('phep');
    expect(matchOptions(options, 'd')[0]?.value).toBe('da_du');
  });
});

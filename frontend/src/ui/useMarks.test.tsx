import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { DataTable } from './DataTable';
import { MarksBar, useMarks } from './useMarks';

const people = ['An', 'Bình', 'Châu', 'Dũng'].map((name) => ({ id: name, name }));
let marked: string[] = [];
function List() {
  const [rows] = useState(people);
  const marks = useMarks(
    rows,
    (row) => row.id,
    (row) => row.name,
  );
  marked = marks.marked.map((row) => row.id);
  return (
    <div onKeyDownCapture={marks.onKeyDownCapture}>
      <DataTable
        label="Cán bộ"
        counted="cán bộ"
        columns={[marks.column, { key: 'name', title: 'Tên', kind: 'name', render: (row) => row.name }]}
        rows={rows}
        rowKey={(row) => row.id}
        footer={
          <MarksBar count={marks.marked.length} counted="cán bộ" onClear={marks.clear}>
            <button type="button">Bỏ</button>
          </MarksBar>
        }
      />
    </div>
  );
}
const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });
const press = (name: string, key: string, more = {}) => fireEvent.keyDown(row(name), { key, ...more });

it('marks rows by Space, by Shift and the arrows, and all by Ctrl+A', () => {
  render(<List />);
  expect(screen.queryByRole('toolbar')).toBeNull();
  press('An', ' ');
  expect(marked).toEqual(['An']);
  press('An', ' ');
  expect(marked).toEqual([]);
  press('Bình', 'ArrowDown', { shiftKey: true });
  expect(marked).toEqual(['Bình', 'Châu']);
  press('Châu', 'ArrowDown', { shiftKey: true });
  press('Dũng', 'ArrowDown', { shiftKey: true });
  expect(marked).toEqual(['Bình', 'Châu', 'Dũng']);
  press('An', 'a', { ctrlKey: true });
  expect(marked).toHaveLength(4);
  expect(screen.getByRole('toolbar').textContent).toContain('Đã chọn 4 cán bộ');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Chọn Châu' }));
  expect(marked).toEqual(['An', 'Bình', 'Dũng']);
  fireEvent.click(screen.getByRole('button', { name: 'Bỏ chọn' }));
  expect(marked).toEqual([]);
});

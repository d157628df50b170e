import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { DataTable, type Column } from './DataTable';
import { sortName } from './sortRows';

const rows = ['Cán bộ mẫu Đức', 'Cán bộ mẫu An', 'Cán bộ mẫu Dung'].map((name, n) => ({ id: `o${n}`, name, held: n }));
const columns: Column<(typeof rows)[0]>[] = [
  {
    key: 'name',
    title: 'Họ và tên',
    kind: 'name',
    render: (row: (typeof rows)[0]) => row.name,
    sortBy: (row: (typeof rows)[0]) => sortName(row.name),
  },
  {
    key: 'held',
    title: 'Địa bàn',
    kind: 'number',
    render: (row: (typeof rows)[0]) => row.held,
    total: (all: typeof rows) => all.reduce((sum, row) => sum + row.held, 0),
  },
];
const table = (extra = {}) =>
  render(
    <DataTable label="Danh sách" counted="cán bộ" columns={columns} rows={rows} rowKey={(row) => row.id} {...extra} />,
  );

describe('DataTable', () => {
  it('counts and adds up', () => {
    table({ of: 1234 });
    expect(screen.getByRole('status').textContent).toBe('3 / 1.234 cán bộ');
    expect(screen.getAllByRole('row').at(-1)?.textContent).toBe('3');
  });

  it('moves by keys, keeps within its ends and opens with Enter', () => {
    const onOpen = vi.fn();
    const onSelect = vi.fn();
    table({ onOpen, onSelect });
    const lines = screen.getAllByRole('row').slice(1, 4);
    fireEvent.keyDown(lines[0]!, { key: 'ArrowDown' });
    expect(onSelect).toHaveBeenLastCalledWith('o1');
    expect(document.activeElement).toBe(lines[1]);
    fireEvent.keyDown(lines[1]!, { key: 'End' });
    fireEvent.keyDown(lines[2]!, { key: 'PageDown' });
    expect(onSelect).toHaveBeenLastCalledWith('o2');
    fireEvent.keyDown(lines[2]!, { key: 'Enter', keyCode: 229 });
    expect(onOpen).not.toHaveBeenCalled();
    fireEvent.keyDown(lines[2]!, { key: 'Enter' });
    expect(onOpen).toHaveBeenCalledWith(rows[2]);
  });

  it('sorts by tên in Vietnamese order, then back', () => {
    table();
    const names = () =>
      screen
        .getAllByRole('row')
        .slice(1, 4)
        .map((row) => row.textContent?.replace(/\d/, '').split(' ').at(-1));
    fireEvent.click(screen.getByRole('button', { name: 'Họ và tên' }));
    expect(names()).toEqual(['An', 'Dung', 'Đức']);
    fireEvent.click(screen.getByRole('button', { name: 'Họ và tên' }));
    expect(names()).toEqual(['Đức', 'Dung', 'An']);
    fireEvent.click(screen.getByRole('button', { name: 'Họ và tên' }));
    expect(names()).toEqual(['Đức', 'An', 'Dung']);
  });

  it('shows an error and keeps the rows that are there', () => {
    table({ error: { code: 'internal', message: 'Không đọc được danh sách.', fields: {}, id: 'x1' } });
    expect(screen.getByRole('alert').textContent).toContain('Mã lỗi: x1');
    expect(screen.getAllByRole('row').length).toBe(5);
  });

  it('says what to do when empty', () => {
    table({ rows: [] });
    expect(screen.getByRole('heading').textContent).toBe('Chưa có cán bộ nào');
  });
});

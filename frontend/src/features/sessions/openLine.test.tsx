import { fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { DeskProvider } from '../../ui/desk';
import { Notices } from '../../ui/notices';
import { AgendaGrid } from './AgendaGrid';
import { newItem, type ItemRow } from './sessionValues';

const point = (title: string): ItemRow => ({ ...newItem(), title, minutes: 15 });

function Agenda({ readOnly = false, errors = {} }: { readOnly?: boolean; errors?: Record<string, string> }) {
  const [rows, setRows] = useState([point('Báo cáo tháng'), point('Công tác cán bộ')]);
  return (
    <DeskProvider value={{ today: '', asOf: '', setAsOf: () => {}, can: () => true, office: '', userName: '' }}>
      <Notices>
        <AgendaGrid
          rows={rows}
          onChange={setRows}
          errors={errors}
          start="8:00"
          day="2026-12-04"
          held={false}
          catalog={[]}
          period="2026-11"
          reason=""
          onReason={() => {}}
          readOnly={readOnly}
        />
        <output>{rows.map((each) => each.minutes).join()}</output>
      </Notices>
    </DeskProvider>
  );
}
const shut = (n: number) => screen.queryByRole('button', { name: new RegExp(`^Sửa nội dung ${n}:`) });
const title = (n: number) => screen.queryByRole('textbox', { name: `Nội dung, nội dung ${n}` });

describe('a line of the agenda', () => {
  it('is read until somebody comes into it; then it alone is typed into', () => {
    render(<Agenda />);
    expect(screen.queryByRole('textbox')).toBeNull();
    fireEvent.focus(shut(2)!);
    expect(title(2)).toBe(document.activeElement);
    expect(shut(2)).toBeNull();
    fireEvent.focus(shut(1)!);
    expect(title(1)).toBe(document.activeElement);
    expect(title(2)).toBeNull();
    expect(shut(2)!.textContent).toContain('Công tác cán bộ');
  });

  it('stays open while a number in it cannot be read', () => {
    render(<Agenda />);
    fireEvent.focus(shut(1)!);
    const minutes = screen.getByLabelText<HTMLInputElement>('Số phút, nội dung 1');
    fireEvent.change(minutes, { target: { value: 'bốn mươi' } });
    fireEvent.focus(shut(2)!);
    expect(minutes.isConnected).toBe(true);
    expect(minutes.value).toBe('bốn mươi');
    fireEvent.change(minutes, { target: { value: '40' } });
    fireEvent.focus(title(2)!);
    expect(title(1)).toBeNull();
    expect(screen.getByText('40,15')).toBeTruthy();
  });

  it('opens where something is refused, and when a new one is added', () => {
    render(<Agenda errors={{ 'items.1.title': 'Hãy ghi nội dung.' }} />);
    expect(title(2)).not.toBeNull();
    expect(title(1)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Thêm nội dung' }));
    expect(title(3)).toBe(document.activeElement);
  });

  it('is only read by who may not change it', () => {
    render(<Agenda readOnly />);
    const group = screen.getByRole('group', { name: 'Nội dung 1' });
    expect(group.textContent).toContain('Báo cáo tháng');
    expect(within(group).queryByRole('button')).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

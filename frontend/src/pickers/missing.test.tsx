import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { DeskProvider } from '../ui/desk';
import { OfficerPicker } from './OfficerPicker';
import { SearchPickerMany, type Picked } from './SearchPicker';
import { Pickers, type AddFormProps, type Adder } from './sources';
import { UnitPicker } from './UnitPicker';

let picked: Picked | null = null;

describe('what a picker lacks', () => {
  const Sheet = ({ name, onAdded, onClose }: AddFormProps) => (
    <section aria-label="Thêm mới">
      <output>{name}</output>
      <OfficerPicker id="trong-bieu" value={null} onChange={() => {}} adds />
      <button type="button" onClick={() => onAdded({ id: `moi-${name}`, name: `${name} (mới)` })}>
        Lưu
      </button>
      <button type="button" onClick={onClose}>
        Quay lại
      </button>
    </section>
  );
  const adder = (word: string, needs: string): Adder => ({ word, needs, Form: Sheet });
  const adders = {
    officer: adder('cán bộ', 'officers.Save'),
    place: adder('địa bàn', 'units.Create'),
    org: adder('tổ chức đảng', 'units.Create'),
    body: adder('cơ quan', 'matters.SaveBody'),
  };
  const program = (children: ReactNode, may = ['officers.Save', 'units.Create']) =>
    render(
      <DeskProvider
        value={{
          today: '2026-11-22',
          asOf: '2026-11-22',
          setAsOf: () => {},
          can: (action) => may.includes(action),
          office: '',
          userName: '',
        }}
      >
        <Pickers
          sources={{
            units: async () => [],
            officers: async (text) => (text.startsWith('Lê') ? [{ id: 'le', name: 'Lê Mẫu Châu' }] : []),
            adders,
          }}
        >
          {children}
        </Pickers>
      </DeskProvider>,
    );
  function Officer({ adds = true }: { adds?: boolean }) {
    const [value, setValue] = useState<Picked | null>(null);
    picked = value;
    return <OfficerPicker id="can-bo" value={value} onChange={setValue} adds={adds} />;
  }
  const type = (field: HTMLElement, text: string) => {
    field.focus();
    fireEvent.change(field, { target: { value: text } });
  };

  it('is the last line of its list, opens a sheet with the name typed, and is chosen when it is there', async () => {
    program(<Officer />);
    const field = screen.getByRole('combobox') as HTMLInputElement;
    type(field, 'Lê Mẫu');
    await screen.findByRole('option', { name: 'Lê Mẫu Châu' });
    expect(screen.getAllByRole('option').map((each) => each.textContent)).toEqual([
      'Lê Mẫu Châu',
      'Thêm cán bộ “Lê Mẫu”…',
    ]);
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Enter' });
    const sheet = await screen.findByRole('region', { name: 'Thêm mới' });
    expect(sheet.querySelector('output')!.textContent).toBe('Lê Mẫu');
    expect(picked).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Lưu' }));
    expect(picked).toEqual({ id: 'moi-Lê Mẫu', name: 'Lê Mẫu (mới)' });
    expect(field.value).toBe('Lê Mẫu (mới)');
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('given up leaves the letters in the field, and chooses nobody', async () => {
    program(<Officer />);
    const field = screen.getByRole('combobox') as HTMLInputElement;
    type(field, 'Người Mới');
    await screen.findByRole('option', { name: /Thêm cán bộ/ });
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.click(await screen.findByRole('button', { name: 'Quay lại' }));
    expect(picked).toBeNull();
    expect(field.value).toBe('Người Mới');
  });

  it('is offered in forms only, to who may add it only, and not before something is typed', async () => {
    program(<Officer adds={false} />);
    type(screen.getByRole('combobox'), 'Ai đó');
    await screen.findByText(/Không có cán bộ nào/);
    expect(screen.queryByRole('option')).toBeNull();
    cleanup();
    program(<Officer />, []);
    type(screen.getByRole('combobox'), 'Ai đó');
    await screen.findByText(/Không có cán bộ nào/);
    expect(screen.queryByRole('option')).toBeNull();
    cleanup();
    program(<Officer />);
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'ArrowDown' });
    await screen.findByText(/Không có cán bộ nào/);
    expect(screen.queryByRole('option')).toBeNull();
  });

  it('may be a place or an organisation where the field takes both', async () => {
    program(<UnitPicker id="noi" value={null} onChange={() => {}} adds />);
    type(screen.getByRole('combobox'), 'Mẫu');
    await screen.findByRole('option', { name: /Thêm địa bàn/ });
    expect(screen.getAllByRole('option').map((each) => each.textContent)).toEqual([
      'Thêm địa bàn “Mẫu”…chưa có trong danh sách',
      'Thêm tổ chức đảng “Mẫu”…chưa có trong danh sách',
    ]);
  });

  it('may lack something itself, in a sheet over the sheet; one is one more where several are picked', async () => {
    let many: Picked[] = [{ id: 'a', name: 'Ấp Đông' }];
    function Many() {
      const [value, setValue] = useState(many);
      many = value;
      return (
        <SearchPickerMany
          id="nhieu"
          value={value}
          onChange={setValue}
          search={async () => []}
          placeholder="Gõ tên"
          adds={['place']}
        />
      );
    }
    program(<Many />);
    type(screen.getByRole('combobox'), 'Ấp Mới');
    fireEvent.click(await screen.findByRole('option', { name: /Thêm địa bàn/ }));
    const inner = await screen.findByPlaceholderText('Gõ tên cán bộ');
    type(inner, 'Bí thư ấp');
    fireEvent.click(await screen.findByRole('option', { name: /Thêm cán bộ/ }));
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(2));
    fireEvent.click(screen.getAllByRole('button', { name: 'Lưu' })[1]!);
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(1));
    fireEvent.click(screen.getByRole('button', { name: 'Lưu' }));
    expect(many.map((each) => each.id)).toEqual(['a', 'moi-Ấp Mới']);
  });
});

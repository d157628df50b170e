import { fireEvent, render, screen } from '@testing-library/react';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { useEffect, useState, type ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BinDialog } from './BinDialog';
import { ConfirmDialog } from './ConfirmDialog';
import { Field } from './Field';
import { FormDrawer } from './FormDrawer';
import { TextInput } from './inputs';
import { Overlay } from './Overlay';
import { useForm } from './useForm';
import { useShortcut, useShortcutRefusals } from './useShortcut';

const KEYS = ['ctrl+s', 'ctrl+n', 'ctrl+p', 'ctrl+b', 'ctrl+k', 'f3', 'f5', 'pagedown', 'pageup'];
const behind = vi.fn();
const told = vi.fn();
const save = vi.fn(async () => true);

beforeEach(() => {
  behind.mockClear();
  told.mockClear();
  save.mockClear();
});

function Behind({ children, may = true }: { children?: ReactNode; may?: boolean }) {
  useShortcutRefusals(told);
  for (const keys of KEYS) useShortcut(keys, may && (() => behind(keys))); // eslint-disable-line react-hooks/rules-of-hooks
  return (
    <>
      <input aria-label="ô phía sau" />
      {children}
    </>
  );
}

function Drawer({ children }: { children?: ReactNode }) {
  const form = useForm({ initial: { note: '' }, save });
  return (
    <FormDrawer title="Biểu" form={form} onClose={() => {}} onSaved={() => {}}>
      <Field form={form} name="note" label="Ghi chú">
        {(p) => <TextInput {...p} />}
      </Field>
      {children}
    </FormDrawer>
  );
}

const confirm = (
  <ConfirmDialog title="Bỏ?" confirm="Bỏ" onConfirm={() => {}} onCancel={() => {}}>
    Câu hỏi.
  </ConfirmDialog>
);
/** A question comes later than what it is asked about. */
function Later({ children }: { children: ReactNode }) {
  const [there, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return there && children;
}
const LAYERS: Record<string, ReactNode> = {
  drawer: <Drawer />,
  question: confirm,
  'question over a drawer': (
    <Drawer>
      <Later>{confirm}</Later>
    </Drawer>
  ),
  bin: <BinDialog keeps="Ở đây." entries={[]} error={null} onRetry={() => {}} onClose={() => {}} />,
  'any sheet': (
    <Overlay kind="drawer" labelledBy="x" onEscape={() => {}}>
      <h2 id="x">Tờ</h2>
    </Overlay>
  ),
};

function press(keys: string, on: Element) {
  const parts = keys.split('+');
  return fireEvent.keyDown(on, { key: parts.at(-1)!, ctrlKey: parts.includes('ctrl') });
}

describe('a layer above the page', () => {
  it.each(Object.entries(LAYERS))('blocks every key of what lies behind: %s', (name, layer) => {
    render(<Behind>{layer}</Behind>);
    for (const keys of KEYS)
      for (const on of [document.activeElement!, document.body]) {
        press(keys, on);
        expect(behind, `${name}, ${keys}`).not.toHaveBeenCalled();
      }
    // Ctrl+S is a drawer's own, unless a question lies above it.
    expect(save.mock.calls.length > 0).toBe(name === 'drawer');
    expect(told.mock.calls.length).toBeGreaterThanOrEqual(2 * 6);
    expect(told.mock.calls.flat().every((said) => /hãy trả lời hoặc đóng \(Esc\)/.test(said))).toBe(true);
  });

  it('keeps its keys when what had the focus goes away', () => {
    const closed = vi.fn();
    function Sheet() {
      const [there, setThere] = useState(true);
      return (
        <Overlay kind="dialog" labelledBy="x" onEscape={closed}>
          <h2 id="x">Tờ</h2>
          {there && (
            <button data-autofocus onClick={() => setThere(false)}>
              Dùng bản nháp
            </button>
          )}
        </Overlay>
      );
    }
    render(<Sheet />);
    fireEvent.click(screen.getByRole('button'));
    expect(document.activeElement).toBe(document.body);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('is drawn by Overlay alone, so that the rule holds for every one', () => {
    const src = path.join(import.meta.dirname, '..');
    const others = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
      (each) =>
        /\.tsx$/.test(each) &&
        !/\.test\.tsx$/.test(each) &&
        path.basename(each) !== 'Overlay.tsx' &&
        /aria-modal/.test(readFileSync(path.join(src, each), 'utf8')),
    );
    expect(others).toEqual([]);
  });
});

describe('a key of the program', () => {
  it('says why it does nothing: not on this screen, not for this person', () => {
    const { unmount } = render(<Behind may={false} />);
    press('ctrl+n', document.body);
    expect(told).toHaveBeenLastCalledWith('Ctrl+N: tài khoản này chỉ được xem, hoặc chưa có gì để làm.');
    unmount();
    function Bare() {
      useShortcutRefusals(told);
      useShortcut('f5', () => behind('f5'));
      return null;
    }
    render(<Bare />);
    expect(press('ctrl+s', document.body)).toBe(false); // nor does the browser save its page
    expect(told).toHaveBeenLastCalledWith('Ctrl+S: màn hình này không có gì để lưu.');
    press('f5', document.body);
    expect(behind).toHaveBeenCalledWith('f5');
  });
});

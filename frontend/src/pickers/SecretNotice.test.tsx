import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { SecretNotice } from './SecretNotice';

vi.mock('./guard', () => ({ useGuardWords: () => ({ secretNotice: 'Không nhập nội dung mẫu.' }) }));

const shown = () => screen.queryAllByText('Không nhập nội dung mẫu.').filter((each) => !each.hidden);

it('stands once in a form, and once more in the one that lies over it', () => {
  const page = (texts: number) => (
    <>
      <div className="cn-page">
        {['a', 'b', 'c'].slice(0, texts).map((each) => (
          <SecretNotice key={each} />
        ))}
      </div>
      <div role="dialog">
        <SecretNotice />
        <SecretNotice />
      </div>
    </>
  );
  const { rerender } = render(page(3));
  expect(shown()).toHaveLength(2);
  rerender(page(1));
  expect(shown()).toHaveLength(2);
  rerender(page(0));
  expect(shown()).toHaveLength(1);
});

it('goes on standing when the text it stood at goes away', () => {
  const page = (first: boolean) => (
    <div role="dialog">
      {first && <SecretNotice key="a" />}
      <SecretNotice key="b" />
    </div>
  );
  const { rerender } = render(page(true));
  rerender(page(false));
  expect(shown()).toHaveLength(1);
});

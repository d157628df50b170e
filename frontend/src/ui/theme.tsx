import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/latin-ext-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/latin-500.css';
import '@fontsource/be-vietnam-pro/latin-ext-500.css';
import '@fontsource/be-vietnam-pro/vietnamese-500.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import '@fontsource/be-vietnam-pro/latin-ext-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import '@fontsource/be-vietnam-pro/latin-700.css';
import '@fontsource/be-vietnam-pro/latin-ext-700.css';
import '@fontsource/be-vietnam-pro/vietnamese-700.css';
import './antd.css';
import './base.css';
import './room.css';
import { DownOutlined } from '@ant-design/icons';
import { ConfigProvider, type ThemeConfig } from 'antd';
import viVN from 'antd/locale/vi_VN';
import type { ReactNode } from 'react';
import tokens from '../../theme/tokens.json';

const theme = { ...tokens, zeroRuntime: true } as ThemeConfig;
// Without a name of its own a screen reader would say the icon's, which is English.
const select = { suffixIcon: <DownOutlined aria-hidden="true" /> };
const quietEmpty = () => <span className="cn-soft">Không có mục nào</span>;

/** Our colours, Vietnamese words and no run-time styles, for everything below it. */
export function Theme({ children }: { children: ReactNode }) {
  return (
    <ConfigProvider
      theme={theme}
      locale={viVN}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      renderEmpty={quietEmpty}
      select={select}
      virtual
    >
      {children}
    </ConfigProvider>
  );
}

/** The five text sizes, in percent of 16 px. */
export const TEXT_SIZES = [100, 115, 130, 150, 175] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Every size on the screen is in rem, so this one attribute scales all of it. */
export function applyTextSize(size: TextSize): void {
  document.documentElement.dataset.text = String(size);
}

// Writes src/ui/antd.css: the component library's rules with our colours, made once at build time so that nothing is
// injected while the program runs. Sizes become rem, because text size 100–175 % is the font size of <html> and
// everything on the screen has to follow it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createElement } from 'react';
import { extractStyle } from '@ant-design/static-style-extract';
import * as antd from 'antd';

// Only what the kit and the rooms use: the whole library is four times the size. A room that wants another component
// adds its name here (dialogs, drawers, tables and date fields are ours: see src/ui and src/pickers).
const used = [
  'Button',
  'Input',
  'Select',
  'Checkbox',
  'Radio',
  'Segmented',
  'Dropdown',
  'Menu',
  'Tabs',
  'Tooltip',
  'Popover',
  'Spin',
  'Progress',
  'Switch',
  'Steps',
  'Space',
  'Divider',
  'Alert',
  'Collapse',
];

const theme = JSON.parse(readFileSync(new URL('./tokens.json', import.meta.url), 'utf8'));
const css = extractStyle({
  includes: used,
  customTheme: (node) => createElement(antd.ConfigProvider, { theme }, node),
});

/** Turns every length above a hairline into rem; media queries keep px because they measure the window. */
function toRem(text) {
  return text.replace(/@media[^{]*\{|(-?\d*\.?\d+)px/g, (whole, number) => {
    if (number === undefined) return whole;
    const value = Number(number);
    if (Math.abs(value) <= 1 || value >= 9999) return whole;
    return `${Math.round((value / 16) * 10000) / 10000}rem`;
  });
}

const header = '/* Written by theme/extract.mjs from theme/tokens.json. Do not edit. */\n';
const file = new URL('../src/ui/antd.css', import.meta.url);
const next = header + toRem(css);
let before = '';
try {
  before = readFileSync(file, 'utf8');
} catch {
  /* first time */
}
if (before !== next) writeFileSync(file, next);
console.log(`antd.css ${Math.round(next.length / 1024)} KB`);

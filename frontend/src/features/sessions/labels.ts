import type { Go } from '../../api/client';
import type { Tone } from '../../ui/StatusTag';

/** How the state of a session is coloured; its word comes from Go. */
export const TONES: Record<string, Tone> = { chuan_bi: 'info', da_hop: 'good', huy: 'none' };

export type Words = Go.sessions.Vocabulary;

/** The papers of a session, by code of the catalog, in the order they are needed. */
export const PAPERS = [
  { value: 'HS', label: 'Hồ sơ phiên họp' },
  { value: 'PH1', label: 'Chương trình' },
  { value: 'PH2', label: 'Giấy mời' },
  { value: 'PH3', label: 'Danh sách đại biểu' },
  { value: 'PH4', label: 'Biên bản' },
];

/** What kind of paper lies before the session. */
export const KINDS: Record<string, string> = {
  da_ban_hanh: 'Đã ban hành',
  lap_moi: 'Lập mới khi in',
  gui_rieng: 'Gửi riêng',
};

/** The forms of paper an office prints (backend/reports/profile.go). */
export const PAPER_FORMS: { value: string; label: string }[] = [
  { value: 'dang', label: 'Văn bản của Đảng' },
  { value: 'nhanuoc', label: 'Văn bản nhà nước' },
  { value: 'mttq', label: 'Mặt trận, đoàn thể' },
];

/** "đã in lại 02 lần"; '' = never. */
export const reprinted = (times: number) => (times > 0 ? `đã in lại ${String(times).padStart(2, '0')} lần` : '');

/** One line each, as recipients are typed; lines left blank say nothing. */
export const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

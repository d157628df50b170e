/** What the cells of a line hold: on giving, and on ending. */
const GIVING: [string, string][] = [
  ['kindId', 'Hình thức'],
  ['officer', 'Cán bộ, tổ'],
  ['target', 'Nơi được giao'],
  ['primary', ''],
];
const ENDING: [string, string][] = [
  ['ended', 'Phân công cần kết thúc'],
  ['endReason', 'Lý do'],
];

/** Heads over the annex, as wide as the cells below; each cell also names itself, so these are for the eye only. */
export function AnnexHeads({ action }: { action: string }) {
  const cells: [string, string][] = [
    ...(action === 'dieu_chinh' || action === 'thay_the' ? ([['act', 'Việc']] as [string, string][]) : []),
    ...(action === 'ket_thuc' ? ENDING : GIVING),
    ['from', 'Từ ngày'],
    ['duty', 'Nhiệm vụ, ghi chú'],
  ];
  return (
    <div className="cn-annex-line cn-annex-heads" aria-hidden="true">
      <span className="cn-annex-number">Số</span>
      {cells.map(([cell, word]) => (
        <span key={cell} className="cn-annex-cell" data-cell={cell}>
          {word}
        </span>
      ))}
      <span className="cn-annex-gap" />
    </div>
  );
}

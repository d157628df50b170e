import { describe, expect, it } from 'vitest';
import { rowKey } from '../../ui/rows';
import { errorsByRow, fromLine, isBlank, rowAfter, toLine } from './annexRows';

const line = {
  act: 'giao',
  kindId: 'k3',
  officerId: 'o1',
  teamId: '',
  targetId: 'u1',
  primary: true,
  duty: 'Dự họp chi bộ',
  from: '2026-01-05',
  replace: true,
  assignmentId: 'a1',
  endReason: '',
  endNote: '',
  note: '',
  kindName: 'Phụ trách ấp',
  kindCode: 'A3',
  verb: 'phụ trách',
  officerName: 'Cán bộ mẫu 01',
  post: '',
  postOrg: '',
  teamName: '',
  targetLabel: 'Ấp 1, xã Mẫu',
  endReasonWord: '',
  effective: '2026-01-05',
};

describe('annex rows', () => {
  it('go to Go and back unchanged', () => {
    expect(toLine(fromLine(line))).toEqual({
      act: 'giao',
      kindId: 'k3',
      officerId: 'o1',
      teamId: '',
      targetId: 'u1',
      primary: true,
      duty: 'Dự họp chi bộ',
      from: '2026-01-05',
      replace: true,
      assignmentId: 'a1',
      endReason: '',
      endNote: '',
      note: '',
    });
  });

  it('an end line names the assignment and nothing else', () => {
    const row = fromLine({ ...line, act: 'thoi', endReason: 'nghi_huu' });
    expect(row.ended).toMatchObject({ id: 'a1', name: 'Cán bộ mẫu 01 – Ấp 1, xã Mẫu' });
    expect(toLine(row)).toMatchObject({
      act: 'thoi',
      kindId: '',
      officerId: '',
      targetId: '',
      assignmentId: 'a1',
      endReason: 'nghi_huu',
      replace: false,
    });
  });

  it('a new row goes on as the one before, but has nobody and no place', () => {
    const row = rowAfter(fromLine(line), 'phan_cong', 'k1');
    expect(row).toMatchObject({
      act: 'giao',
      kindId: 'k3',
      from: '2026-01-05',
      officer: null,
      target: null,
      primary: true,
      replace: false,
      assignmentId: '',
    });
    expect(isBlank(row)).toBe(true);
    expect(rowAfter(undefined, 'ket_thuc', 'k1').act).toBe('thoi');
  });

  it('messages find their rows', () => {
    const rows = [fromLine(line), rowAfter(undefined, 'phan_cong', 'k1'), fromLine(line)];
    const errors = errorsByRow(rows, {
      'lines.2.targetId': 'Dòng 2: hãy chọn đơn vị.',
      lineTotal: 'x',
      'lines.9.from': 'y',
    });
    expect(errors.size).toBe(1);
    expect(errors.get(rowKey(rows[2]!))).toEqual({ targetId: 'Dòng 2: hãy chọn đơn vị.' });
  });
});

import { describe, expect, it } from 'vitest';
import type { Go } from '../../api/client';
import { rowKey } from '../../ui/rows';
import {
  adopt,
  errorsOf,
  hours,
  minuteOf,
  moved,
  newItem,
  newPaper,
  newPerson,
  startValues,
  toInput,
  written,
} from './sessionValues';

const ref = (id: string, name: string): Go.officers.Ref => ({
  id,
  name,
  post: 'Bí thư',
  postOrg: '',
  sortKey: '',
  rank: 1,
});
const none = ref('', '');

const view = {
  id: 'p1',
  body: 'BTV',
  title: 'Hội nghị',
  day: '2026-11-30',
  startTime: '07:30',
  place: 'Hội trường',
  chairId: 'a',
  secretaryId: '',
  state: 'chuan_bi',
  endTime: '',
  note: '',
  reason: '',
  bodyWord: '',
  stateWord: '',
  chair: ref('a', 'Nguyễn Mẫu An'),
  secretary: none,
  minutes: 40,
  endsAt: '',
  deleted: false,
  items: [
    {
      id: 'i1',
      sessionId: 'p1',
      sortOrder: 1,
      title: 'Báo cáo',
      presenterId: 'a',
      presenter: '',
      minutes: 40,
      conclusion: '',
      number: 1,
      startsAt: '07:30',
      presenterWord: 'Nguyễn Mẫu An, Bí thư',
      presenterName: 'Nguyễn Mẫu An',
      papers: [
        {
          id: 'g1',
          itemId: 'i1',
          sortOrder: 1,
          title: 'Báo cáo tháng',
          issuedId: '',
          input: '{"report":"R20","period":"2026-10","form":"dang","unitId":"u9"}',
          owner: '',
          kind: 'lap_moi',
          symbol: '',
          day: '',
          missing: '',
        },
      ],
    },
  ],
  people: [
    {
      id: 'd1',
      sessionId: 'p1',
      sortOrder: 1,
      officerId: '',
      label: 'Đại diện Ban Dân vận',
      role: 'moi',
      present: '',
      copies: 1,
      name: 'Đại diện Ban Dân vận',
      post: '',
      roleWord: '',
      presenceWord: '',
    },
  ],
} as unknown as Go.sessions.View;

describe('hours of the agenda', () => {
  it.each([
    ['7:30', 450],
    ['07h30', 450],
    ['7g30', 450],
    ['7 giờ 30', 450],
    ['0730', 450],
    ['13h', 780],
    ['sáng', null],
    ['24:00', null],
    ['', null],
  ])('%s is minute %s', (text, minute) => {
    expect(minuteOf(text)).toBe(minute);
  });
  it('add up, and go on past midnight', () => {
    const items = [40, 25, null].map((minutes) => ({ ...newItem(), minutes }));
    expect(hours('7h30', items)).toEqual(['07:30', '08:10', '08:35', '08:35']);
    expect(hours('23:45', items)).toEqual(['23:45', '00:25', '00:50', '00:50']);
    expect(hours('', items)).toEqual(['', '', '', '']);
  });
});

describe('a session as typed', () => {
  it('goes back to Go as it came, with the choices of a paper that the screen does not show', () => {
    const sent = toInput('p1', startValues(view));
    expect(sent.items[0]).toMatchObject({ id: 'i1', presenterId: 'a', presenter: '', minutes: 40 });
    expect(JSON.parse(sent.items[0]!.papers[0]!.input)).toEqual({
      report: 'R20',
      period: '2026-10',
      form: 'dang',
      unitId: 'u9',
    });
    expect(sent.people[0]).toMatchObject({ officerId: '', label: 'Đại diện Ban Dân vận', part: 'moi' });
    expect(sent.chairId).toBe('a');
  });
  it('leaves blank lines out and tells bodies from officers', () => {
    const v = {
      ...startValues(null),
      items: [
        newItem(),
        { ...newItem(), title: 'Việc', presenter: written('Ban Tổ chức'), papers: [newPaper({ title: 'Tờ trình' })] },
      ],
      people: [newPerson(null, 'moi'), newPerson({ id: 'a', name: 'An' }, 'moi')],
    };
    const sent = toInput('', v);
    expect(sent.items).toHaveLength(1);
    expect(sent.items[0]).toMatchObject({ presenterId: '', presenter: 'Ban Tổ chức' });
    expect(sent.items[0]!.papers[0]).toMatchObject({ title: 'Tờ trình', input: '', issuedId: '' });
    expect(sent.people).toMatchObject([{ officerId: 'a', label: '' }]);
  });
  it('keeps its lines when it was saved', () => {
    const typed = { ...startValues(view), items: [newItem(), ...startValues(view).items] };
    const after = adopt(typed, view);
    expect(after.items.map(rowKey)).toEqual([rowKey(typed.items[1]!)]);
    expect(rowKey(after.items[0]!.papers[0]!)).toBe(rowKey(typed.items[1]!.papers[0]!));
  });
});

describe('lines', () => {
  it('move up and down and stop at the ends', () => {
    const [one, two, three] = [newItem(), newItem(), newItem()];
    const list = [one!, two!, three!];
    expect(moved(list, rowKey(three!), -1)).toEqual([one, three, two]);
    expect(moved(list, rowKey(three!), -1)[1]).toBe(three);
    expect(moved(list, rowKey(one!), -1)).toBe(list);
    expect(moved(list, rowKey(three!), 1)).toBe(list);
  });
  it('get the messages Go names by their place', () => {
    const [first, second] = [newItem(), newItem()];
    const found = errorsOf(
      { 'items.1.title': 'a', 'items.1.papers.0.title': 'b', 'people.0.label': 'c', title: 'd' },
      'items',
      [first!, second!],
    );
    expect([...found]).toEqual([[rowKey(second!), { title: 'a', 'papers.0.title': 'b' }]]);
  });
});

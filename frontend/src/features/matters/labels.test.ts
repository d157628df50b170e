import { describe, expect, it } from 'vitest';
import { missing, newItem, toItem } from './itemValues';
import { brief, nextStep, numbers, possible, ranked } from './labels';
import { marked } from '../../pickers/marked';
import type { Row } from './queries';
import { listOf } from './useMatterFilter';

const row = (part: Partial<Row>) =>
  ({
    state: 'RECORDED',
    allowed: ['EDIT', 'REFER', 'NOTICE'],
    noticedOn: '',
    acknowledgedOn: '',
    pausedSince: '',
    late: false,
    vague: false,
    promisedOn: '',
    outcome: '',
    no: '1/2026',
    ...part,
  }) as Row;
const all = () => true;
const finding = (start: number, end: number, sentence = 'giống số điện thoại') => ({
  kind: 'SO_DIEN_THOAI',
  start,
  end,
  text: '',
  sentence,
});

describe('what can be done', () => {
  it('is what every matter chosen allows and the person may call', () => {
    expect(possible([row({}), row({ allowed: ['EDIT', 'REFER'] })], all)).toEqual(['EDIT', 'REFER']);
    expect(possible([row({})], (action) => action === 'matters.Refer')).toEqual(['REFER']);
    expect(possible([], all)).toEqual([]);
  });

  it('leaves out what is refused for certain', () => {
    const referred = {
      state: 'REFERRED',
      allowed: ['REFER', 'NOTICE', 'ACKNOWLEDGE', 'CHASE', 'REPLY', 'RETURN_REPLY', 'PAUSE', 'RESUME'],
    };
    expect(possible([row({ ...referred, noticedOn: '2026-11-02', acknowledgedOn: '2026-11-03' })], all)).toEqual([
      'REFER',
      'CHASE',
      'REPLY',
      'PAUSE',
    ]);
    expect(possible([row({ ...referred, pausedSince: '2026-11-02' })], all)).not.toContain('REPLY');
    expect(possible([row({ state: 'REPLIED', allowed: ['REFER', 'CONVEY'], outcome: 'RESOLVED' })], all)).toEqual([
      'CONVEY',
    ]);
    expect(possible([row({ state: 'REPLIED', allowed: ['REFER', 'CONVEY'], outcome: 'TRANSFERRED_ON' })], all)).toEqual(
      ['REFER', 'CONVEY'],
    );
  });

  it.each([
    ['a new matter is passed on', row({}), 'REFER'],
    ['one at a body waits for its reply', row({ state: 'REFERRED', allowed: ['REFER', 'CHASE', 'REPLY'] }), 'REPLY'],
    ['a late one is chased', row({ state: 'REFERRED', late: true, allowed: ['REFER', 'CHASE', 'REPLY'] }), 'CHASE'],
    [
      'a vague reply goes back',
      row({ state: 'REFERRED', late: true, vague: true, allowed: ['CHASE', 'REPLY', 'RETURN_REPLY'] }),
      'RETURN_REPLY',
    ],
    [
      'a paused one goes on',
      row({ state: 'REFERRED', pausedSince: '2026-11-02', allowed: ['CHASE', 'REPLY', 'RESUME'] }),
      'RESUME',
    ],
    [
      'an answer is told back',
      row({ state: 'REPLIED', outcome: 'RESOLVED', allowed: ['EDIT', 'CONVEY', 'CLOSE'] }),
      'CONVEY',
    ],
    ['what was told back is closed', row({ state: 'CONVEYED', allowed: ['CONVEY', 'CLOSE', 'REOPEN'] }), 'CLOSE'],
    ['a closed one is left alone', row({ state: 'CLOSED', allowed: ['EDIT', 'REOPEN'] }), ''],
  ])('%s', (_, given, step) => expect(nextStep(given, possible([given], all))).toBe(step));

  it('stands with the next step first', () =>
    expect(ranked(['EDIT', 'REFER', 'NOTICE', 'REPLY'], 'REFER')).toEqual(['REFER', 'REPLY', 'NOTICE', 'EDIT']));
});

describe('marked text', () => {
  it('keeps every letter and cuts at what was found', () => {
    const text = 'gọi 0912345678 nhé 🌾';
    const cut = marked(text, [finding(4, 14)]);
    expect(cut.map((each) => each.text).join('')).toBe(text);
    expect(cut.map((each) => each.finding !== null)).toEqual([false, true, false]);
  });
  it('takes overlapping, empty and foreign findings once or not at all', () => {
    expect(
      marked('abcdef', [finding(1, 3), finding(2, 4), finding(5, 5), finding(4, 99)]).map((each) => each.text),
    ).toEqual(['a', 'bc', 'def']);
    expect(marked('', [finding(0, 3)])).toEqual([]);
  });
});

describe('an opinion as typed', () => {
  it('needs a summary, a field and a kind only', () => {
    expect(Object.keys(missing(newItem(), 'items.0.'))).toEqual([
      'items.0.summary',
      'items.0.fieldCode',
      'items.0.kind',
    ]);
    expect(missing(newItem({ summary: 'Kênh bồi lắng', fieldCode: '02', kind: 'REQUEST' }), '')).toEqual({});
    expect(
      Object.keys(missing(newItem({ summary: 'x', fieldCode: '02', kind: 'REPORT', handling: 'refer' }), '')),
    ).toEqual(['referTo.bodyId', 'referTo.docNumber']);
  });
  it('asks what came of an explanation, for nothing stands there beforehand', () => {
    const spot = newItem({ summary: 'x', fieldCode: '02', kind: 'REPORT', handling: 'spot' });
    expect(Object.keys(missing(spot, ''))).toEqual(['onSpot.outcome', 'onSpot.officerId']);
  });
  it('sends only the handling that was chosen', () => {
    const officer = { id: 'o1', name: 'Cán bộ mẫu 03' };
    const both = newItem({ explainer: officer, body: { id: 'b1', name: 'Phòng mẫu' }, docNumber: '215-CV/HU' });
    expect(toItem(both, '2026-11-22')).toMatchObject({ onSpot: { officerId: '' }, referTo: { bodyId: '' } });
    expect(toItem({ ...both, handling: 'spot', outcome: 'EXPLAINED' }, '2026-11-22')).toMatchObject({
      onSpot: { officerId: 'o1', outcome: 'EXPLAINED' },
      referTo: { bodyId: '' },
    });
    expect(toItem({ ...both, handling: 'refer' }, '2026-11-22')).toMatchObject({
      onSpot: { officerId: '' },
      referTo: { bodyId: 'b1', day: '2026-11-22', docNumber: '215-CV/HU' },
    });
  });
});

describe('words', () => {
  it('cuts at a word and never inside a letter', () => {
    expect(brief('Nạo vét kênh nội đồng trước mùa mặn', 12)).toBe('Nạo vét…');
    expect(brief('🌾'.repeat(10), 4)).toBe(`${'🌾'.repeat(4)}…`);
    expect(brief('ngắn\ndòng hai')).toBe('ngắn');
  });
  it('names the first of many numbers', () =>
    expect(numbers(Array.from({ length: 10 }, (_, n) => row({ no: `${n + 1}/2026` })))).toMatch(
      /^số 1\/2026.* và 2 kiến nghị nữa$/,
    ));
  it('writes into an address only what narrows', () => {
    const params = new URLSearchParams(listOf({ bodyId: 'b1', worklist: '', states: [] }, 'Phòng mẫu').split('?')[1]);
    expect(JSON.parse(params.get('loc')!)).toEqual({ bodyId: 'b1' });
    expect(params.get('ten')).toBe('Phòng mẫu');
  });
});

import { describe, expect, it } from 'vitest';
import type { CalendarDay } from './queries';
import { onTheSheet, shortHost, shortTime } from './shortMeeting';

describe('a meeting on the wall calendar', () => {
  it.each([
    ['Chi bộ ấp An Bình, xã Mẫu', 'CB ấp An Bình'],
    ['Tổ nhân dân tự quản số 03, ấp Mẫu, xã Mẫu', 'Tổ 03'],
    ['Tổ nhân dân tự quản 07', 'Tổ 07'],
    ['Đảng bộ xã Quới Mẫu; Đảng bộ xã Hòa Mẫu', 'ĐB xã Quới Mẫu'],
    ['Đảng ủy xã Mẫu', 'ĐU xã Mẫu'],
    ['Xã Mẫu', 'Xã Mẫu'],
    ['', ''],
  ])('is named after its first host: %s', (hosts, short) => expect(shortHost(hosts)).toBe(short));

  it.each([
    ['19:00', '19h'],
    ['07:30', '7h30'],
    ['00:00', '0h'],
    ['', ''],
    ['tối', 'tối'],
  ])('at %s is written %s', (time, short) => expect(shortTime(time)).toBe(short));

  const day = (times: string[], count = times.length) =>
    ({
      meetingCount: count,
      meetings: times.map((time, n) => ({ id: `m${n}`, time, hosts: `Chi bộ ấp ${n}`, kindWord: 'Sinh hoạt chi bộ' })),
    }) as unknown as CalendarDay;

  it.each([
    [day([]), [], 0],
    [day(['19:00']), ['19h'], 0],
    [day(['19:00', '7:30']), ['7h30', '19h'], 0],
    [day(['', '19:00', '18:30']), ['18h30'], 2],
    [day(['19:00'], 31), ['19h'], 30],
  ])('stands first by time, with how many more there are', (given, times, more) => {
    const said = onTheSheet(given);
    expect(said.shown.map((each) => each.time)).toEqual(times);
    expect(said.more).toBe(more);
  });
});

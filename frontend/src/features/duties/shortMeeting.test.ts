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
    [day([]), null],
    [day(['19:00']), { host: 'CB ấp 0', time: '19h', more: 0 }],
    [day(['19:00', '7:30']), { host: 'CB ấp 1', time: '7h30', more: 1 }],
    [day(['', '19:00', '18:30']), { host: 'CB ấp 2', time: '18h30', more: 2 }],
    [day(['19:00'], 31), { host: 'CB ấp 0', time: '19h', more: 30 }],
  ])('is the first by time, with how many more there are', (given, said) => expect(onTheSheet(given)).toEqual(said));
});

import type { Go } from '../../api/client';

/** The address of a paper with what it is about; empty values are left out. */
export function paperOf(name: string, about: Record<string, string>): string {
  const given = Object.entries(about).filter(([, value]) => value !== '');
  return given.length === 0 ? `/bao-cao/${name}` : `/bao-cao/${name}?${new URLSearchParams(given)}`;
}

/** Everything overdue at a body, as the letter that reminds it. */
export const chaserOf = (body: string, name: string) => paperOf('R11', { 'co-quan': body, 'ten-co-quan': name });

/** The papers one matter can have, by where it stands. */
export function papersOf(row: Go.matters.MatterDetail): { key: string; label: string; to: string }[] {
  const list = [
    {
      key: 'PAPER_NOTICE',
      label: 'In thông báo tiếp nhận',
      to: paperOf('R10B', { 'kien-nghi': row.id, 'ten-kien-nghi': row.no }),
    },
  ];
  const letter = row.steps.filter((each) => each.event === 'REFER' && !each.undone && each.letterId !== '').at(-1);
  if (letter)
    list.unshift({
      key: 'PAPER_LETTER',
      label: 'In công văn chuyển',
      to: paperOf('R10', { 'van-ban': letter.letterId, 'ten-van-ban': letter.doc, ky: letter.day.slice(0, 7) }),
    });
  if (row.repliedOn !== '')
    list.push({
      key: 'PAPER_ANSWER',
      label: 'In thông báo trả lời về cơ sở',
      to: paperOf('R12', { 'don-vi': row.placeId, 'ten-don-vi': row.place, ky: row.repliedOn.slice(0, 7) }),
    });
  return list;
}

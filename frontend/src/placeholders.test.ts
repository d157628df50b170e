import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** Words with which a placeholder says what to do or what an empty field means. */
const SAYS =
  /^(ví dụ|Gõ|Tìm|Chọn|Mọi|Thuộc|Công tác|Của|Thêm|Hoặc|Không|Toàn bộ|Toàn cơ quan|Theo|Mới nhất|Mã phiếu:|Danh sách khác|Phân công cần|nếu|như|theo|từ|đến|hết|chưa|đang|vẫn|gõ)/;
/** Names of the columns of rows that have no labels of their own. */
const COLUMNS = new Set([
  'Nội dung',
  'Người, cơ quan trình bày',
  'Kết luận của hội nghị về nội dung này',
  'Cơ quan chuẩn bị',
  'Cán bộ, hoặc chức vụ, cơ quan được mời',
  'Nội dung góp ý',
  'Ai góp ý',
  'Lĩnh vực',
  'Tiếp thu?',
  'Nghị quyết, chỉ thị, chủ trương đã truyền đạt',
  'Lý do',
  'Hình thức',
  'Cán bộ',
]);

it('no placeholder looks like a value', () => {
  const root = import.meta.dirname;
  const wrong = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((each) => each.endsWith('.tsx') && !each.includes('.test.'))
    .flatMap((name) =>
      [...readFileSync(path.join(root, name), 'utf8').matchAll(/placeholder="([^"]+)"/g)]
        .map(([, words]) => words!)
        .filter((words) => !SAYS.test(words) && !COLUMNS.has(words))
        .map((words) => `${name}: ${words}`),
    );
  expect(wrong).toEqual([]);
});

// Writes names.txt: made-up Vietnamese names put in order by the browser's own collation, given name first, then the
// words before it. Run `node names.mjs` in this folder; the output only changes when the lists below do.
import { writeFileSync } from 'node:fs';

const families = 'Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Tô Ừng Âu Ô Ơ Y A'.split(' ');
const middles = 'Văn Thị Đức Hữu Ngọc Thanh Minh Quốc Xuân Thu Kim Mỹ Ánh Ấn Ẩn Đình Duy Bá Bạ Gia Giả'.split(' ');
const givens = ('An Ân Ấn Ẩn Ẫn Ăn Ánh Anh Ảnh Bé Bê Bế Bích Bình Bính Cẩm Cảm Cầm Chí Chi Dân Dần Dung Dũng Dư Du Đạt Đát Đức Đúc Giang Gấm Hà Hạ Há Hả Hải Hai ' +
  'Hòa Hoà Hoa Hóa Huế Huệ Hùng Hưng Hứng Khoa Khóa Kỳ Kì Lan Lân Lăng Lâm Lam Linh Loan Lộc Lý Lí Mai Mài Mãi Mỹ Mị Nga Ngà Nghĩa Ngọc Nhân Nhàn Oanh Phúc Phước Quý Quí Quỳnh ' +
  'Sơn Son Sen Tài Tại Tân Tấn Tuấn Tuân Tuyết Thảo Thao Thắng Thăng Thạch Trí Trị Uyên Út Ưng Văn Vân Vấn Xuân Ý Yên Yến Ỷ').split(' ');

const names = new Set();
let seed = 20261122;
const next = (n) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 4294967296) * n);
};
while (names.size < 20000) {
  const words = [families[next(families.length)]];
  for (let i = next(3); i > 0; i--) words.push(middles[next(middles.length)]);
  words.push(givens[next(givens.length)]);
  names.add(words.join(' ').normalize('NFC'));
}
const collator = new Intl.Collator('vi');
const split = (name) => { const at = name.lastIndexOf(' '); return [name.slice(at + 1), name.slice(0, at)]; };
const ordered = [...names].sort((a, b) => {
  const [givenA, restA] = split(a), [givenB, restB] = split(b);
  return collator.compare(givenA, givenB) || collator.compare(restA, restB);
});
writeFileSync('names.txt', ordered.join('\n') + '\n');

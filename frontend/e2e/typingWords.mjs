// Vietnamese words and the way two typing methods put them on the screen, letter by letter.

const syllables = [
  'họp',
  'chi',
  'bộ',
  'ấp',
  'Đông',
  'người',
  'phụ',
  'trách',
  'địa',
  'bàn',
  'kiến',
  'nghị',
  'đường',
  'xã',
  'Quới',
  'Điền',
  'thủy',
  'lợi',
  'nước',
  'sạch',
  'trường',
  'học',
  'nghèo',
  'thoát',
  'Nguyễn',
  'Huỳnh',
  'Đặng',
  'Ơ',
  'ưu',
  'tiên',
  'khuyến',
  'khích',
  'giải',
  'quyết',
  'tố',
  'cáo',
  'rừng',
  'mặn',
  'cống',
  'đê',
  'quỹ',
  'vườn',
  'yếu',
  'khoảng',
  'chuyển',
  'biến',
  'tổ',
  'nhân',
  'dân',
  'tự',
  'quản',
  'hằng',
  'tháng',
  'lẫn',
  'ngoằn',
  'ngoèo',
  'ẩm',
  'ướt',
  'kỷ',
  'luật',
];

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;

/** n words, always the same ones. */
export function wordList(n) {
  return Array.from(
    { length: n },
    (_, at) => syllables[(at * 7 + Math.floor(at / syllables.length)) % syllables.length],
  );
}

/**
 * The texts a word passes through: Telex (aa, dd, then the tone at the end of the word) puts marks on at once; VNI (a6, d9)
 * likewise, but the tone right after its letter, so that the two cover different moments of change.
 */
export function stages(word, method) {
  const letters = [...word.normalize('NFC')];
  const bare = (letter) =>
    letter === 'đ' ? 'd' : letter === 'Đ' ? 'D' : letter.normalize('NFD').replace(/\p{M}/gu, '');
  const shaped = (letter) => letter.normalize('NFD').replace(TONES, '').normalize('NFC');
  const out = [];
  let done = '';
  for (const letter of letters) {
    out.push(done + bare(letter));
    if (shaped(letter) !== bare(letter)) out.push(done + shaped(letter));
    const kept = method === 'vni' ? letter : shaped(letter);
    if (kept !== shaped(letter)) out.push(done + kept);
    done += kept;
  }
  if (done !== word.normalize('NFC')) out.push(word.normalize('NFC'));
  return out.filter((text, at) => text !== out[at - 1]);
}

/** What has to be erased and what typed to come from one text to the next, as UniKey does it. */
export function edit(from, to) {
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  return { erase: from.length - same, type: to.slice(same) };
}

/** Writes a word as an input method of Windows does: a composition that changes until its last form is put in. */
export async function compose(page, session, word, method) {
  for (const text of stages(word, method)) {
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'KeyA',
      windowsVirtualKeyCode: 229,
    });
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'a', code: 'KeyA', windowsVirtualKeyCode: 65 });
  }
  await session.send('Input.insertText', { text: word });
}

/** Writes a word as UniKey does: letters, then backspaces and the letters again. */
export async function rewrite(page, _session, word, method) {
  let shown = '';
  for (const text of stages(word, method)) {
    const { erase, type } = edit(shown, text);
    for (let n = 0; n < erase; n++) await page.keyboard.press('Backspace');
    for (const letter of type) await page.keyboard.insertText(letter);
    shown = text;
  }
}

/** The same without waiting for the page between two keys: it gets them as fast as a typing program sends them. */
export async function burst(_page, session, word, method) {
  const sent = [];
  let shown = '';
  const key = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 };
  for (const text of stages(word, method)) {
    const { erase, type } = edit(shown, text);
    for (let n = 0; n < erase; n++)
      for (const kind of ['rawKeyDown', 'keyUp'])
        sent.push(session.send('Input.dispatchKeyEvent', { type: kind, ...key }));
    for (const letter of type) sent.push(session.send('Input.insertText', { text: letter }));
    shown = text;
  }
  await Promise.all(sent);
}

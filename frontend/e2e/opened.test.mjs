// A form as it opens, before anything is typed. What it starts with somebody chose, or stands here with the reason; no field
// comes late above others; what is said in an empty field fits; and who touched nothing leaves without a question.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { leaveLayers, openPage, settled, signIn, startBrowser, startProgram } from './browser.mjs';
import { everyForm, read } from './forms.mjs';

/** The choices that stand at a value when a form of something new opens: the value, and why nobody is misled by it. */
const STANDS = {
  'features/activities/LogForm.tsx': {
    'Tình trạng': [
      'Đã họp',
      'the button is called “Ghi cuộc họp”: what was held is written down; “Lên lịch” is another one',
    ],
  },
  'features/assignments/DecisionEditor.tsx': { Loại: ['Phân công', 'the page is called “Nhập quyết định phân công”'] },
  'features/matters/ReceptionForm.tsx': { 'Tình trạng': ['Đã lên lịch', 'the button is called “Lên lịch”'] },
  'features/sessions/SessionEditor.tsx': {
    'Tình trạng': ['Đang chuẩn bị', 'what was just begun is being prepared'],
  },
  'features/activities/PlanForm.tsx': {
    'Loại kỳ': ['Tháng', 'schedules are made by the month'],
    Tháng: ['tháng 11', 'the month one is in'],
  },
  'features/duties/RuleForm.tsx': {
    'Hình thức phân công': ['Mọi hình thức', 'nothing is narrowed yet'],
    'Ngày trong kỳ': ['Ngày bất kỳ trong kỳ', 'no day is set'],
  },
  'features/handover/HandoverPage.tsx': {
    'Quyết định': ['Quyết định mới', 'no draft is taken up'],
    'Huyện Thạnh Mẫu: giao hay để trống': ['Giao', 'nothing is given before somebody is named who takes it'],
  },
  'features/matters/MatterForm.tsx': { 'Xử lý ngay': ['Chưa, ghi nhận trước', 'nothing more is done'] },
  'features/papers/OutsideForm.tsx': {
    'Cơ quan ban hành': ['Huyện ủy Thạnh Mẫu', 'the office itself'],
    'Thể thức': ['Văn bản của Đảng', 'the form the office writes in'],
  },
  'features/papers/ReserveForm.tsx': {
    'Cơ quan ban hành': ['Huyện ủy Thạnh Mẫu', 'the office itself'],
    'Thể thức': ['Văn bản của Đảng', 'the form the office writes in'],
  },
  'features/papers/CopyPaperForm.tsx': { 'Hình thức sao': ['Sao y', 'the usual copy; an extract asks which parts'] },
  'features/reports/IssueForm.tsx': {
    'Chỉ dẫn lưu hành': ['Không ghi', 'nothing is printed'],
    'Mức độ khẩn': ['Không ghi', 'nothing is printed'],
    'Quyền hạn ký': ['Thay mặt tập thể (T/M)', 'how the papers of the committee are signed'],
  },
};

/** Forms of what is there already: they show what was recorded. */
const RECORDED = [
  'features/assignments/SchemeForm.tsx',
  'features/reports/ProfileForm.tsx',
  'features/units/UnitForm.tsx',
];

let program, browser, page, wrong;
/** Answers of the program that are held back; null: none is. */
let held = null;
const { FORMS, sheet } = everyForm(() => page);

before(async () => {
  program = await startProgram({ sample: true });
  browser = await startBrowser();
  ({ page, wrong } = await openPage(browser, program.address));
  page.setDefaultTimeout(10_000);
  await page.route('**/rpc', async (route) => {
    // What a form asks once it is drawn is answered when its places were noted; a drawer below it saves nothing.
    const holding = held; // it may be let go while the page is asked
    if (holding !== null && (await page.locator('[role=dialog] .cn-sheet-foot .ant-btn-primary').count()) > 0)
      await holding.answer;
    await route.continue();
  });
  await signIn(page, 'quantri');
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const hold = () => {
  held = {};
  held.answer = new Promise((resolve) => {
    held.release = resolve;
  });
};
const release = () => {
  held?.release();
  held = null;
};

/** Every field of the layer with its height on the screen; fields keep their mark, so that they are known again. */
const places = (layer) =>
  layer.evaluate((sheet) => {
    const body = sheet.querySelector('.cn-sheet-body') ?? sheet;
    const top = body.getBoundingClientRect().top - body.scrollTop;
    return [...sheet.querySelectorAll('input, textarea, [role=combobox], [role=radiogroup]')].map((each, nth) => {
      each.dataset.place ??= String(nth);
      const name = each.getAttribute('aria-label') ?? sheet.querySelector(`label[for="${each.id}"]`)?.textContent ?? '';
      return { place: each.dataset.place, name, top: Math.round(each.getBoundingClientRect().top - top) };
    });
  });

/** Choices that stand at a value: "Loại: Kiến nghị". */
const chosen = (layer) =>
  layer.evaluate((sheet) => {
    const named = (each) => {
      const field = each.closest('.cn-field');
      const said =
        each.getAttribute('aria-label') ??
        (each.id && sheet.querySelector(`label[for="${each.id}"]`)?.textContent) ??
        field?.querySelector('label')?.textContent ??
        each.closest('fieldset')?.querySelector('legend')?.textContent;
      return (said || field?.querySelector('label')?.textContent || '').replace(/\s*\(bắt buộc\)/, '').trim();
    };
    const combos = [...sheet.querySelectorAll('.cn-choice input')].map((each) => [named(each), each.value]);
    const radios = [...sheet.querySelectorAll('input[type=radio]:checked')].map((each) => [
      named(each.closest('[role=radiogroup], fieldset') ?? each),
      each.closest('label')?.textContent ?? each.value,
    ]);
    return Object.fromEntries([...combos, ...radios].filter(([, value]) => value.trim() !== ''));
  });

/** Empty fields whose example is longer than they are. */
const cutExamples = (layer) =>
  layer.evaluate((sheet) => {
    const pen = document.createElement('canvas').getContext('2d');
    return [...sheet.querySelectorAll('input[placeholder]')]
      .filter((each) => each.value === '' && each.offsetWidth > 0)
      .filter((each) => {
        const style = getComputedStyle(each);
        pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        const room = each.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        return pen.measureText(each.placeholder).width > room + 1;
      })
      .map((each) => each.placeholder);
  });

/** Whatever is still open goes, so that one form that is wrong is not found in the next. */
const leave = async () => {
  for (let left = 3; left > 0 && (await page.locator('[role=dialog]').count()) > 0; left -= 1) {
    const drop = page.getByRole('button', { name: 'Bỏ thay đổi' });
    if ((await drop.count()) > 0) await drop.click();
    else await page.keyboard.press('Escape');
    await settled(page);
  }
};

for (const [file, openForm] of Object.entries(FORMS)) {
  const inDrawer = !/<FormPage\b/.test(read(`frontend/src/${file}`));
  test(`${file}: as it opens`, { timeout: 60_000 }, async () => {
    if (inDrawer) hold();
    try {
      await openForm();
      const layer = inDrawer ? sheet() : page.locator('main');
      const early = inDrawer ? await places(layer) : [];
      release();
      await layer.locator('[data-typed]').first().waitFor();
      await settled(page);
      const late = new Map((await places(layer)).map((each) => [each.place, each.top]));
      const moved = early.filter((each) => late.has(each.place) && Math.abs(late.get(each.place) - each.top) > 1);
      const seen = RECORDED.includes(file) ? {} : await chosen(layer);
      assert.deepEqual(
        { moved, cut: await cutExamples(layer), chosen: seen },
        {
          moved: [],
          cut: [],
          chosen: Object.fromEntries(Object.entries(STANDS[file] ?? {}).map(([field, [value]]) => [field, value])),
        },
      );
      if (!inDrawer) {
        assert.equal(await page.getByText('có thay đổi chưa lưu').count(), 0);
        return;
      }
      await leaveLayers(page);
    } finally {
      release();
      await leave();
    }
  });
}

test('nothing went wrong behind the screens', () => assert.deepEqual(wrong, []));

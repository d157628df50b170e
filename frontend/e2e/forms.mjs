// Every form of the program and how it is reached, for the stories that go through all of them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { TODAY } from './browser.mjs';

const project = new URL('../../', import.meta.url);
export const read = (file) => readFileSync(new URL(file, project), 'utf8');

/** The forms on the page that `page()` gives once it is there. */
export function everyForm(page) {
  const go = (service, method, ...args) =>
    page().evaluate(([s, m, a]) => window.go[s].Service[m](...a), [service, method, args]);
  const open = async (hash, heading) => {
    await page().evaluate((to) => {
      location.hash = to;
    }, hash);
    if (heading) await page().getByRole('heading', { name: heading }).first().waitFor();
  };
  const sheet = () => page().getByRole('dialog').last();
  const button = (name) => page().getByRole('button', { name }).first().click();
  const EVERYTHING = { span: { from: '', to: '' }, limit: 200 };
  const STEPS = Object.fromEntries(
    [
      ...read('frontend/src/features/matters/labels.ts')
        .split('BUTTONS')[1]
        .split('};')[0]
        .matchAll(/([A-Z_]+): '([^']+)'/g),
    ].map(([, event, word]) => [event, word]),
  );
  /** Opens the form of a step of the matter on the screen. */
  const step = async (event) => {
    const direct = page().getByRole('button', { name: STEPS[event], exact: true });
    const more = page().getByRole('button', { name: /Việc khác/ });
    await more.or(direct).first().waitFor();
    if ((await direct.count()) > 0) await direct.first().click();
    else {
      await more.click();
      await page().getByRole('menuitem', { name: STEPS[event], exact: true }).click();
    }
    await sheet().waitFor();
  };

  /** Every form that is reached by a press or two, by the file it is written in. */
  const FORMS = {
    'features/activities/LogForm.tsx': async () => {
      await open('/nhat-ky', 'Nhật ký');
      await page().keyboard.press('Control+n');
    },
    'features/activities/PlanForm.tsx': async () => {
      await open('/nhat-ky', 'Nhật ký');
      await button('Lên lịch');
    },
    'features/assignments/DecisionEditor.tsx': () => open('/phan-cong/quyet-dinh/moi', 'Nhập quyết định phân công'),
    'features/assignments/SchemeForm.tsx': async () => {
      await open('/phan-cong/chu-truong', /^Chủ trương/);
      await button('Sửa chủ trương');
    },
    'features/assignments/TeamForm.tsx': async () => {
      await open('/phan-cong/chu-truong', /^Chủ trương/);
      await button('Thêm tổ');
    },
    'features/duties/PresetForm.tsx': async () => {
      await open('/lich/nhiem-vu', /Nhiệm vụ/);
      await button('Áp dụng bộ mẫu…');
    },
    'features/duties/RuleForm.tsx': async () => {
      await open('/lich/nhiem-vu', /Nhiệm vụ/);
      await button('Thêm nhiệm vụ');
    },
    'features/duties/SuspensionForm.tsx': async () => {
      await open('/lich/tam-dung', /^Tạm dừng/);
      await button('Thêm lần tạm dừng');
    },
    'features/duties/SwapForm.tsx': async () => {
      await open('/lich/ngay-nghi', 'Ngày nghỉ');
      await button('Hoán đổi…');
    },
    'features/handover/HandoverPage.tsx': async () => open(`/phan-cong/ban-giao/${await officer()}`, /^Bàn giao của/),
    'features/matters/ReceptionForm.tsx': async () => {
      await open('/kien-nghi/tiep-dan', /^Tiếp dân/);
      await button('Lên lịch');
    },
    'features/matters/StatutoryPage.tsx': async () => {
      await open('/kien-nghi/khieu-nai-to-cao', 'Khiếu nại, tố cáo');
      await page().keyboard.press('Control+n');
    },
    'features/matters/MatterForm.tsx': async () => {
      await open('/kien-nghi?mo=moi');
      await sheet().waitFor();
    },
    'features/officers/OfficerForm.tsx': async () => {
      await open('/can-bo', 'Cán bộ');
      await page().keyboard.press('Control+n');
    },
    'features/officers/PostForm.tsx': async () => {
      await open(`/can-bo/${await officer()}`);
      await button('Thêm chức vụ');
    },
    'features/officers/SeatForm.tsx': async () => {
      await open(`/can-bo/${await officer()}`);
      await button('Thêm cấp ủy');
    },
    'features/papers/OutsideForm.tsx': async () => {
      await open('/van-ban', 'Văn bản đi');
      await page().keyboard.press('Control+n');
    },
    'features/papers/CopyPaperForm.tsx': async () => {
      await open('/van-ban', 'Văn bản đi');
      const { items } = await go('papers', 'Register', EVERYTHING);
      const sealed = items.find(
        (each) => each.origin === 'chuong_trinh' && each.form === 'dang' && each.cancelledAt === '',
      );
      const row = page().locator(`tbody tr[data-row-key="${sealed.id}"]`);
      await row.focus();
      await page().keyboard.press('Enter');
      await page().getByRole('button', { name: 'Lập bản sao…' }).press('Enter');
      await page().getByRole('button', { name: 'Lập bản sao', exact: true }).waitFor();
    },
    'features/papers/ReserveForm.tsx': async () => {
      await open('/van-ban', 'Văn bản đi');
      await button('Giữ số…');
    },
    'features/reports/IssueForm.tsx': async () => {
      await open('/bao-cao/bao-cao-ky?ky=2026-06');
      await page().locator('canvas').first().waitFor({ timeout: 30_000 });
      await page().keyboard.press('Control+b');
    },
    'features/reports/OfficeWordsForm.tsx': async () => {
      await open('/bao-cao/cong-van-don-doc', 'Công văn đôn đốc');
      await button('Câu chữ');
      await button('Sửa câu');
    },
    'features/reports/ProfileForm.tsx': () => open('/the-thuc', /^Thể thức/),
    'features/sessions/SessionEditor.tsx': async () => {
      await open('/phien-hop/moi', 'Lập phiên họp');
    },
    'features/sessions/CopyForm.tsx': async () => {
      await open('/phien-hop', 'Phiên họp');
      await page().locator('tbody tr[data-row-key]').first().click();
      await button('Lập phiên sau từ phiên này');
    },
    'features/system/AccountForm.tsx': async () => {
      await open('/tai-khoan', 'Tài khoản');
      await button('Thêm tài khoản');
    },
    'features/units/UnitForm.tsx': async () => {
      await unitPage();
      await button('Thay đổi từ ngày…');
    },
    'features/units/MoveForm.tsx': async () => {
      await unitPage();
      await button('Chuyển cấp trên…');
    },
    'features/units/CloseForm.tsx': async () => {
      await unitPage();
      await button('Kết thúc…');
    },
    ...Object.fromEntries(
      Object.entries({
        ConveyForm: 'CONVEY',
        DayForm: 'PAUSE',
        FollowUpForm: 'FOLLOW_UP',
        HandForm: 'TAKE_IN_HAND',
        MergeForm: 'MERGE',
        OnSpotForm: 'ANSWER_ON_SPOT',
        PaperForm: 'CHASE',
        ReasonForm: 'CLOSE',
        RecheckForm: 'RECHECK',
        ReferForm: 'REFER',
        ReplyForm: 'REPLY',
      }).map(([form, event]) => [
        `features/matters/${form}.tsx`,
        async () => {
          const matter = await matterFor(event);
          await open(`/kien-nghi/${matter.id}`, new RegExp(`Số ${matter.no}(?!\\d)`));
          await step(event);
        },
      ]),
    ),
  };
  /** What a form holds besides as soon as it is asked for. */
  const MORE = {
    'features/activities/LogForm.tsx': async () => {
      await button('+ Thêm cán bộ dự');
      await button('+ Ghi ý kiến, kiến nghị');
      await page()
        .getByRole('button', { name: /^Ghi thêm:/ })
        .click();
    },
    'features/matters/MatterForm.tsx': async () => {
      await button('+ Cùng ý kiến này còn một việc khác');
      await button('Ngày tiếp nhận, số ở sổ khác');
    },
    'features/sessions/SessionEditor.tsx': () => button('Thêm đại biểu'),
  };
  /** Reached only after several steps of their own; their fields and their ways of saving are the same ones. */
  const FURTHER = {
    'features/assignments/EndForm.tsx': 'a chosen row of the assignments',
    'features/duties/RuleSheet.tsx': 'the end of a rule, on its sheet',
    'features/matters/ActionDrawer.tsx': 'drawn by every step of a matter',
    'features/matters/FieldsSection.tsx': 'a chosen field of the directory',
    'features/matters/RulesSection.tsx': 'a chosen deadline of the directory',
    'features/officers/TermForm.tsx': 'from the form of a seat',
    'features/reports/PassageForm.tsx': 'on a paragraph of a page, see wording.test.mjs; it has words only',
    'features/units/Links.tsx': 'a link of a unit',
  };

  const FITS = {
    PAUSE: (m) => m.pausedSince === '' && !m.late,
    REPLY: (m) => m.pausedSince === '',
    FOLLOW_UP: (m) => m.promisedOn !== '',
    REFER: (m) => m.state !== 'REPLIED',
    CLOSE: (m) => m.state !== 'REPLIED',
    RECHECK: (m) => m.outcome === 'RESOLVED' && m.recheckedOn === '',
  };
  const matterFor = async (event) => {
    const { items } = await go('matters', 'Register', EVERYTHING);
    const found = items.find((each) => each.allowed.includes(event) && (FITS[event]?.(each) ?? true));
    assert.ok(found, `no matter for ${event} in the made-up office`);
    return found;
  };
  const officer = async () => {
    const { items } = await go('assignments', 'Register', { day: TODAY, limit: 1 });
    return items[0].officerId;
  };
  const unitPage = async () => {
    const { items } = await go('units', 'Search', { text: 'Quí Đức', limit: 5 });
    await open(`/dia-ban/${items.at(-1).id}`);
    await page().getByRole('button', { name: 'Kết thúc…' }).waitFor();
  };

  return { go, open, sheet, button, step, FORMS, FURTHER, MORE };
}

/** The files of all forms in which something is read. */
export const formFiles = () =>
  readdirSync(new URL('frontend/src/features', project), { recursive: true })
    .map((name) => `features/${name}`)
    .filter((name) => name.endsWith('.tsx') && !name.includes('.test.'))
    .filter((name) => /\buseForm[(<]|<ActionDrawer\b/.test(read(`frontend/src/${name}`)))
    .filter((name) =>
      /<FormPage\b|<(DateField|NumberInput|PeriodPicker|\w+Picker)\b/.test(read(`frontend/src/${name}`)),
    );

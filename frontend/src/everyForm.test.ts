import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Every place of the program into which something is typed that is read (a day, a number, a period, a name to pick, a cell),
 * and every form. What such an input does in such a form by every way of saving is gone through in typed.test.tsx with the
 * real ones; this makes sure that there are no others: a new form, a new field or a field outside a form fails until it
 * stands here under the kind of place it is in, and each kind has what makes it safe.
 */
const PLACES: Record<string, string> = {
  'app/AsOfChip.tsx': 'act: DateField 1',
  'app/FirstRun.tsx': 'entry: ',
  'app/Locked.tsx': 'entry: ',
  'app/PasswordForm.tsx': 'drawer: ',
  'app/SignIn.tsx': 'entry: ',
  'features/activities/AttendanceRows.tsx': 'part: OfficerPicker 2',
  'features/activities/LogFilters.tsx': 'list: OfficerPicker 1, PeriodPicker 1, UnitPicker 1',
  'features/activities/LogForm.tsx': 'drawer: DateField 4, NumberInput 3, UnitsPicker 1',
  'features/activities/MonthGridPage.tsx': 'sheet: Grid 1, PeriodPicker 1, UnitPicker 1',
  'features/activities/PlanForm.tsx': 'drawer: NumberInput 1, PeriodPicker 1, UnitPicker 1, UnitsPicker 1',
  'features/activities/SheetPage.tsx': 'list: OfficerPicker 1, PeriodPicker 1',
  'features/assignments/AnnexLine.tsx': 'part: DateField 1, EndedPicker 1, OfficerPicker 1, SearchPicker 3',
  'features/assignments/AssignmentsPage.tsx': 'list: OfficerPicker 1, UnitPicker 1',
  'features/assignments/CoveragePage.tsx': 'list: UnitPicker 1',
  'features/assignments/DecisionEditor.tsx': 'page: ',
  'features/assignments/DecisionHead.tsx': 'part: DateField 2, NumberInput 1',
  'features/assignments/EndForm.tsx': 'drawer: DateField 1',
  'features/assignments/SchemeForm.tsx': 'drawer: DateField 2',
  'features/assignments/TeamForm.tsx': 'drawer: DateField 2, OfficerPicker 1',
  'features/duties/CalendarPage.tsx': 'list: OfficerPicker 1, UnitPicker 1',
  'features/duties/DaysOffImport.tsx': 'drawer: ',
  'features/duties/DaysOffPage.tsx': 'sheet: Grid 1, PeriodPicker 1',
  'features/duties/PresetForm.tsx': 'drawer: DateField 1',
  'features/duties/RuleForm.tsx': 'drawer: DateField 2, NumberInput 5',
  'features/duties/RuleSheet.tsx': 'drawer: DateField 1',
  'features/duties/SchedulePage.tsx': 'sheet: Grid 1, PeriodPicker 1, UnitPicker 1',
  'features/duties/SuspensionForm.tsx': 'drawer: DateField 2, UnitPicker 1',
  'features/duties/SwapForm.tsx': 'drawer: DateField 2',
  'features/exchange/ImportPlan.tsx': 'act: NumberInput 1',
  'features/exchange/PlanOptions.tsx': 'list: DateField 1',
  'features/fulfilment/FulfilmentPage.tsx': 'list: OfficerPicker 1',
  'features/fulfilment/ScopeFilters.tsx': 'list: PeriodPicker 1, UnitPicker 1',
  'features/handover/HandoverPage.tsx': 'page: DateField 2, OfficerPicker 1',
  'features/handover/HandoversPage.tsx': 'list: OfficerPicker 1',
  'features/handover/PlaceRow.tsx': 'part: OfficerPicker 1',
  'features/matters/ActionDrawer.tsx': 'drawer: ',
  'features/matters/AtPlace.tsx': 'part: ResponsiblePicker 1',
  'features/matters/BodiesPage.tsx': 'drawer: ',
  'features/matters/BodyPicker.tsx': 'part: SearchPicker 1',
  'features/matters/ConveyForm.tsx': 'drawer: DateField 1, UnitPicker 1',
  'features/matters/DayForm.tsx': 'drawer: DateField 1',
  'features/matters/FieldsSection.tsx': 'drawer: DateField 1',
  'features/matters/FiguresPage.tsx': 'list: PeriodPicker 1, UnitPicker 1',
  'features/matters/FollowUpForm.tsx': 'drawer: DateField 2',
  'features/matters/HandForm.tsx': 'drawer: DateField 2',
  'features/matters/ItemFields.tsx': 'part: BodyPicker 1, DateField 1, NumberInput 1, ResponsiblePicker 1',
  'features/matters/MatterFilters.tsx': 'list: BodyPicker 1, PeriodPicker 1, UnitPicker 1',
  'features/matters/MatterForm.tsx': 'drawer: DateField 2, UnitPicker 1',
  'features/matters/MergeForm.tsx': 'drawer: DateField 1, SearchPicker 1',
  'features/matters/OnSpotForm.tsx': 'drawer: DateField 1, ResponsiblePicker 1',
  'features/matters/PaperForm.tsx': 'drawer: DateField 1',
  'features/matters/ReasonForm.tsx': 'drawer: DateField 1',
  'features/matters/RecheckForm.tsx': 'drawer: DateField 1',
  'features/matters/ReceptionForm.tsx': 'drawer: DateField 4, NumberInput 3, OfficerPicker 1, UnitsPicker 1',
  'features/matters/ReceptionPage.tsx': 'list: PeriodPicker 1',
  'features/matters/ReferForm.tsx': 'drawer: BodyPicker 1, DateField 2',
  'features/matters/ReplyForm.tsx': 'drawer: DateField 2',
  'features/matters/ResponsiblePicker.tsx': 'part: OfficerPicker 1',
  'features/matters/RulesSection.tsx': 'drawer: DateField 1, NumberInput 1',
  'features/matters/StatutoryPage.tsx': 'drawer: BodyPicker 1, DateField 1, PeriodPicker 1',
  'features/officers/OfficerForm.tsx': 'drawer: DateField 1, UnitPicker 1',
  'features/officers/OfficersPage.tsx': 'list: UnitPicker 1',
  'features/officers/PostForm.tsx': 'drawer: DateField 2, NumberInput 1, UnitPicker 1',
  'features/officers/SeatForm.tsx': 'drawer: DateField 2, NumberInput 1',
  'features/officers/TermForm.tsx': 'drawer: DateField 2',
  'features/overview/OverviewPage.tsx': 'act: PeriodPicker 1',
  'features/papers/CancelForm.tsx': 'drawer: ',
  'features/papers/CheckPrintForm.tsx': 'drawer: ',
  'features/papers/CopyPaperForm.tsx': 'drawer: DateField 1',
  'features/papers/OutsideForm.tsx': 'drawer: DateField 1, NumberInput 3',
  'features/papers/PaperFilters.tsx': 'list: PeriodPicker 1',
  'features/papers/ReleaseForm.tsx': 'drawer: ',
  'features/papers/ReserveForm.tsx': 'drawer: DateField 1, NumberInput 2',
  'features/phrases/PhraseForm.tsx': 'drawer: ',
  'features/reports/BatchChoice.tsx': 'act: UnitPicker 1',
  'features/reports/IssueForm.tsx': 'drawer: DateField 1, NumberInput 1',
  'features/reports/IssuerForm.tsx': 'drawer: ',
  'features/reports/MatterChoices.tsx': 'list: SearchPicker 3',
  'features/reports/OfficeWordsForm.tsx': 'drawer: DateField 1',
  'features/reports/PaperChoices.tsx': 'list: DateField 1, OfficerPicker 1, PeriodPicker 1, UnitPicker 1',
  'features/reports/ProfileForm.tsx': 'page: DateField 1',
  'features/reports/PassageForm.tsx': 'page: ',
  'features/sessions/AgendaLine.tsx': 'part: NumberInput 1, WhoPicker 1',
  'features/sessions/CopyForm.tsx': 'drawer: DateField 1',
  'features/sessions/PaperLines.tsx': 'part: PeriodPicker 1, SearchPicker 1',
  'features/sessions/PeopleGrid.tsx': 'part: NumberInput 1, WhoPicker 1',
  'features/sessions/SessionEditor.tsx': 'page: ',
  'features/sessions/SessionHead.tsx': 'part: DateField 1, OfficerPicker 2',
  'features/sessions/WhoPicker.tsx': 'part: SearchPicker 1',
  'features/system/AccountForm.tsx': 'drawer: OfficerPicker 1',
  'features/system/OfficePage.tsx': 'page: ',
  'features/system/SecondPlaceForm.tsx': 'drawer: ',
  'features/units/CloseForm.tsx': 'drawer: DateField 1',
  'features/units/Links.tsx': 'drawer: DateField 2, SearchPicker 1',
  'features/units/MoveForm.tsx': 'drawer: DateField 1, SearchPicker 1',
  'features/units/UnitForm.tsx': 'drawer: DateField 3, NumberInput 2, SearchPicker 1',
  'features/units/UnitsPage.tsx': 'list: DateField 1',
};

/** Inputs drawn by hand outside the kit: a search box, files, ticks. Nothing read from what is typed is saved. */
const BY_HAND = [
  'app/FindBox.tsx',
  'features/duties/DaysOffImport.tsx',
  'features/exchange/ChooseFile.tsx',
  'features/exchange/PlanLines.tsx',
  'features/matters/MattersPage.tsx',
  'features/papers/FileButton.tsx',
];

const src = import.meta.dirname;
const INPUTS =
  /<(DateField|NumberInput|PeriodPicker|SearchPicker|SearchPickerMany|UnitPicker|UnitsPicker|OfficerPicker|OfficersPicker|BodyPicker|ResponsiblePicker|WhoPicker|EndedPicker|Grid)\b/g;

const files = ['app', 'features']
  .flatMap((folder) =>
    readdirSync(path.join(src, folder), { recursive: true, encoding: 'utf8' }).map((each) => `${folder}/${each}`),
  )
  .filter((each) => each.endsWith('.tsx') && !each.includes('.test.'))
  .map((name) => ({ name, text: readFileSync(path.join(src, name), 'utf8') }));
const textOf = (name: string) => files.find((each) => each.name === name)?.text ?? '';

/** "DateField 2, NumberInput 1". */
function fieldsOf(text: string): string {
  const count = new Map<string, number>();
  for (const [, kind] of text.matchAll(INPUTS)) count.set(kind!, (count.get(kind!) ?? 0) + 1);
  return [...count]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([kind, n]) => `${kind} ${n}`)
    .join(', ');
}
const isForm = (text: string) => /\buseForm[(<]|<ActionDrawer\b/.test(text);
const of = (how: string) => Object.keys(PLACES).filter((name) => PLACES[name]!.startsWith(`${how}:`));

/** Everything a file draws, its own parts and theirs. */
function reached(from: string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const [, to] of textOf(name).matchAll(/from '(\.[^']+)'/g))
      visit(`${path.posix.join(path.posix.dirname(name), to!)}.tsx`);
  };
  from.forEach(visit);
  return seen;
}

describe('every form', () => {
  it('and every field in which something is read stands in the table', () => {
    const found = Object.fromEntries(
      files
        .filter(({ text }) => fieldsOf(text) !== '' || isForm(text))
        .map(({ name, text }) => [name, `${PLACES[name]?.split(':')[0] ?? 'unknown'}: ${fieldsOf(text)}`]),
    );
    expect(found).toEqual(PLACES);
  });

  it.each([
    ['drawer', /<(FormDrawer|ActionDrawer)\b/],
    ['page', /<FormPage\b[\s\S]*data-save/],
    ['entry', /<EntryForm\b/],
  ])('of the kind "%s" is drawn by the form core', (how, core) => {
    expect(of(how)).not.toEqual([]);
    expect(of(how).filter((name) => !core.test(textOf(name)))).toEqual([]);
    expect(of(how).filter((name) => !isForm(textOf(name)))).toEqual([]);
  });

  it('part belongs to a form, a list or a sheet, and is none itself', () => {
    const all = reached(Object.keys(PLACES).filter((name) => !PLACES[name]!.startsWith('part:')));
    expect(of('part').filter((name) => !all.has(name) || isForm(textOf(name)))).toEqual([]);
  });

  it('sheet, and everything printed by what is chosen above it, takes what is typed before it acts', () => {
    for (const how of ['sheet', 'act'])
      expect(of(how).filter((name) => !/\b(useTypedAct|takeTyped|useSheet)\(/.test(textOf(name)))).toEqual([]);
  });

  it('day that narrows a list waits until it is complete', () => {
    const eager = [...of('list'), ...of('act')].filter((name) =>
      [...textOf(name).matchAll(/<DateField\b[\s\S]*?\/>/g)].some(([tag]) => !/\blazy\b/.test(tag)),
    );
    expect(eager).toEqual([]);
  });

  it('adds what its picker lacks; a list narrowed by one does not', () => {
    const pickers = (name: string) =>
      [
        ...textOf(name).matchAll(/<(UnitPicker|UnitsPicker|OfficerPicker|OfficersPicker|BodyPicker)\b([\s\S]*?)\/>/g),
      ].map(([, , props]) => /\sadds\b/.test(props!));
    const where = (how: string, adds: boolean) => of(how).filter((name) => pickers(name).includes(adds));
    expect(['drawer', 'page', 'part'].flatMap((how) => where(how, false))).toEqual([]);
    expect(['list', 'sheet', 'act'].flatMap((how) => where(how, true))).toEqual([]);
  });

  it('is submitted through the core only', () => {
    expect(
      files
        .filter(({ text }) => /\.submit\(/.test(text))
        .map((each) => each.name)
        .sort(),
    ).toEqual([...of('page'), 'app/EntryForm.tsx'].sort());
  });

  it('has no input of its own make', () => {
    expect(
      files.filter(({ text }) => /<(input|textarea|select)\b|<Input\b/.test(text)).map((each) => each.name),
    ).toEqual(BY_HAND);
  });
});

import { Button } from 'antd';
import { useDeferredValue, useEffect, useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { readFault, type Go } from '../../api/client';
import { fileAddress, openFile, printFile, saveFile, type Handed } from '../../api/files';
import { periodKind } from '../../lib/periods';
import { DateField } from '../../pickers/DateField';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import type { PeriodKind } from '../../pickers/period';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { CheckInput, ChoiceInput, TextInput } from '../../ui/inputs';
import { useKept } from '../../ui/kept';
import { useNotice } from '../../ui/notices';
import { PdfPreview } from '../../ui/PdfPreview';
import { useShortcut } from '../../ui/useShortcut';
import { MatterChoices } from './MatterChoices';
import { FORMS, MISSING, NEEDED, usualPeriod } from './labels';
import { useExport, usePaper, useSubjects } from './queries';
import { useMatterChoice } from './useMatterChoice';

/** One paper: what to choose, and its pages. The choices are remembered for each paper until the program closes. */
export function PaperPane({ report }: { report: Go.reports.ReportLine }) {
  const { today } = useDesk();
  const say = useNotice();
  const id = useId();
  const kinds = report.periods as PeriodKind[];
  const key = `reports.${report.code}`;
  const [period, setPeriod] = useKept(`${key}.period`, usualPeriod(today, kinds));
  const [unit, setUnit] = useKept<Picked | null>(`${key}.unit`, null);
  const [officer, setOfficer] = useKept<Picked | null>(`${key}.officer`, null);
  const [about, setAbout] = useKept(`${key}.about`, '');
  const [form, setForm] = useKept('reports.form', 'dang');
  const [draft, setDraft] = useKept(`${key}.draft`, report.numbered);
  const [number, setNumber] = useState('');
  const [date, setDate] = useKept(`${key}.date`, today);
  const { chosen, change, preset } = useMatterChoice(report.code);
  const takes = (what: string) => (report.takes as string[]).includes(what);
  const choice = useDeferredValue({
    report: report.code, period, unitId: takes('unit') ? unit?.id ?? '' : '', officerId: takes('officer') ? officer?.id ?? '' : '',
    bodyId: takes('body') ? chosen.body?.id ?? '' : '', letterId: takes('letter') ? chosen.letter?.id ?? '' : '', matterId: takes('matter') ? chosen.matter?.id ?? '' : '', signer: takes('signer') ? chosen.signer : '', decisionId: '', meetingId: report.needs === 'meeting' ? about : '', handoverId: report.needs === 'handover' ? about : '', form, draft,
    number: draft || !/^\d+$/.test(number.trim()) ? 0 : Number(number), date,
  });
  const [params, setParams] = useSearchParams();
  // A link from another room says for which period, place, officer, body, letter, matter, meeting or handover the paper is wanted.
  useEffect(() => {
    if (params.size === 0) return;
    const given = (id: string) => params.get(id) ?? '';
    if ((kinds as string[]).includes(periodKind(given('ky')))) setPeriod(given('ky'));
    if (given('don-vi') !== '') setUnit({ id: given('don-vi'), name: given('ten-don-vi') });
    if (given('can-bo') !== '') setOfficer({ id: given('can-bo'), name: given('ten-can-bo') });
    preset(given);
    setAbout(given('hop') || given('ban-giao'));
    setParams({}, { replace: true });
  }, [params, setParams, setPeriod, setUnit, setOfficer, setAbout, preset, kinds]);
  const subjects = useSubjects(choice, report.needs === 'meeting' || report.needs === 'handover');
  const missing = MISSING[report.needs];
  const waits = missing !== undefined && { unit: unit === null, officer: officer === null, meeting: about === '', handover: about === '' && officer === null }[report.needs] === true;
  const paper = usePaper(choice, !waits);
  const file = waits || paper.error ? undefined : paper.data;
  const hand = async (how: (token: string) => Promise<Handed>, said: string) => {
    if (!file) return;
    const { done, path } = await how(file.token);
    if (done) say.done(path ? `${said} ${path}` : said);
  };
  const attempt = (how: (token: string) => Promise<Handed>, said: string) => void hand(how, said).catch((error: unknown) => say.failed(readFault(error).message));
  const taken = useExport();
  const take = (format: 'docx' | 'xlsx', said: string) => taken.mutate({ choice, format }, {
    onSuccess: ({ done, path }) => done && say.done(path ? `${said} ${path}` : said),
    onError: (error) => say.failed(readFault(error).message),
  });
  const print = () => attempt(printFile, 'Đã gửi đến máy in.');
  const save = () => attempt(saveFile, 'Đã lưu tệp.');
  useShortcut('f5', () => void paper.refetch());
  useShortcut('ctrl+p', print);
  useShortcut('ctrl+s', save);
  return (
    <div className="cn-reports">
      <div className="cn-report-choices" role="search" aria-label="Lựa chọn của báo cáo">
        {kinds.length > 0 && <div><label htmlFor={`${id}-p`}>Kỳ</label><PeriodPicker id={`${id}-p`} ariaLabel="Kỳ báo cáo" kinds={kinds} value={period} onChange={setPeriod} /></div>}
        <div><label htmlFor={`${id}-f`}>Thể thức</label><ChoiceInput id={`${id}-f`} value={form} onChange={setForm} options={FORMS} /></div>
        {takes('unit') && <div className="cn-report-wide"><label htmlFor={`${id}-u`}>Địa bàn</label><UnitPicker id={`${id}-u`} value={unit} onChange={setUnit} placeholder="Toàn cơ quan" /></div>}
        {takes('officer') && <div className="cn-report-wide"><label htmlFor={`${id}-o`}>Cán bộ</label><OfficerPicker id={`${id}-o`} value={officer} onChange={setOfficer} placeholder="Mọi cán bộ" /></div>}
        <MatterChoices takes={report.takes} period={period} chosen={chosen} change={change} />
        {subjects.data && <div className="cn-report-wide"><label htmlFor={`${id}-a`}>{report.needs === 'meeting' ? 'Cuộc họp' : 'Lần bàn giao'}</label><ChoiceInput id={`${id}-a`} value={subjects.data.some((each) => each.id === about) ? about : ''} onChange={setAbout} options={subjects.data.map((each) => ({ value: each.id, label: each.label }))} /></div>}
        <div><label htmlFor={`${id}-d`}>Ngày ghi trên văn bản</label><DateField id={`${id}-d`} today={today} value={date} onChange={setDate} /></div>
        {report.numbered && <CheckInput id={`${id}-t`} value={draft} onChange={setDraft} label="Dự thảo" />}
        {report.numbered && !draft && <div className="cn-report-short"><label htmlFor={`${id}-n`}>Số</label><TextInput id={`${id}-n`} value={number} onChange={setNumber} placeholder="để trống" /></div>}
      </div>
      {waits && <EmptyState title={missing}>{NEEDED[report.needs]}</EmptyState>}
      {!waits && paper.error && <ErrorNotice error={paper.error} onRetry={() => void paper.refetch()} />}
      {file && file.warnings.map((warning) => <p key={warning} className="cn-warn-text" role="status">{warning}</p>)}
      {file && (
        <PdfPreview src={fileAddress(file.token)} actions={(
          <>
            <Button onClick={() => attempt(openFile, 'Đã mở bằng trình đọc PDF.')}>Mở bằng trình đọc PDF</Button>
            <Button onClick={save}>Lưu PDF</Button>
            <Button loading={taken.isPending && taken.variables.format === 'docx'} disabled={taken.isPending} onClick={() => take('docx', 'Đã lưu tệp Word.')}>Lưu Word</Button>
            <Button loading={taken.isPending && taken.variables.format === 'xlsx'} disabled={taken.isPending} onClick={() => take('xlsx', 'Đã lưu tệp Excel.')}>Lưu Excel</Button>
            <Button type="primary" onClick={print}>In</Button>
          </>
        )} />
      )}
      {!file && !waits && !paper.error && <p className="cn-empty" role="status">Đang dựng trang…</p>}
    </div>
  );
}

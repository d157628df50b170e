import { useId } from 'react';
import type { Go } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { useDesk } from '../../ui/desk';
import { ChoiceInput } from '../../ui/inputs';
import { IssuerChoice } from './IssuerChoice';
import { FORMS, STAGES, SUBJECTS } from './labels';
import { MatterChoices } from './MatterChoices';
import { useSubjects } from './queries';
import type { PaperChoice } from './usePaperChoice';

/** The fields above a paper; only those it takes are there. */
export function PaperChoices({ report, paper }: { report: Go.reports.ReportLine; paper: PaperChoice }) {
  const { today } = useDesk();
  const id = useId();
  const { kinds, takes, matter, about } = paper;
  const subjects = useSubjects(paper.choice, report.needs in SUBJECTS || takes('decision'));
  return (
    <div className="cn-report-choices" role="search" aria-label="Lựa chọn của báo cáo">
      {kinds.length > 0 && (
        <div data-choice="ky">
          <label htmlFor={`${id}-p`}>Kỳ</label>
          <PeriodPicker
            id={`${id}-p`}
            ariaLabel="Kỳ báo cáo"
            kinds={kinds}
            value={paper.period}
            onChange={paper.setPeriod}
          />
        </div>
      )}
      {report.forms.length > 1 && (
        <div>
          <label htmlFor={`${id}-f`}>Thể thức</label>
          <ChoiceInput
            id={`${id}-f`}
            value={paper.form}
            onChange={paper.setForm}
            options={FORMS.filter((each) => (report.forms as string[]).includes(each.value))}
          />
        </div>
      )}
      <IssuerChoice paper={paper} />
      {takes('unit') && (
        <div className="cn-report-wide" data-choice="don-vi">
          <label htmlFor={`${id}-u`}>Địa bàn</label>
          <UnitPicker id={`${id}-u`} value={paper.unit} onChange={paper.setUnit} placeholder="Toàn cơ quan" />
        </div>
      )}
      {takes('officer') && (
        <div className="cn-report-wide" data-choice="can-bo">
          <label htmlFor={`${id}-o`}>Cán bộ</label>
          <OfficerPicker id={`${id}-o`} value={paper.officer} onChange={paper.setOfficer} placeholder="Mọi cán bộ" />
        </div>
      )}
      <MatterChoices takes={report.takes} period={paper.period} chosen={matter.chosen} change={matter.change} />
      {subjects.data && (
        <div className="cn-report-wide">
          <label htmlFor={`${id}-a`}>{SUBJECTS[report.needs] ?? 'Quyết định, dự thảo'}</label>
          <ChoiceInput
            id={`${id}-a`}
            value={subjects.data.some((each) => each.id === about) ? about : ''}
            onChange={paper.setAbout}
            options={subjects.data.map((each) => ({ value: each.id, label: each.label }))}
          />
        </div>
      )}
      <div data-choice="ngay">
        <label htmlFor={`${id}-d`}>Ngày ghi trên văn bản</label>
        <DateField id={`${id}-d`} today={today} value={paper.date} onChange={paper.setDate} lazy />
      </div>
      {report.numbered && (
        <div>
          <label htmlFor={`${id}-t`}>Bản in</label>
          <ChoiceInput id={`${id}-t`} value={paper.stage} onChange={paper.setStage} options={STAGES} />
        </div>
      )}
    </div>
  );
}

import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Go } from '../../api/client';
import { periodKind } from '../../lib/periods';
import type { PeriodKind } from '../../pickers/period';
import type { Picked } from '../../pickers/SearchPicker';
import { useDesk } from '../../ui/desk';
import { useSessionState } from '../../ui/sessionState';
import { MISSING, usualPeriod } from './labels';
import type { Choice } from './queries';
import { useMatterChoice } from './useMatterChoice';

/** Everything a clerk chooses for one paper, kept for each paper until the program closes, and the call it makes. */
export function usePaperChoice(report: Go.reports.ReportLine) {
  const { today } = useDesk();
  const kinds = report.periods as PeriodKind[];
  const key = `reports.${report.code}`;
  const [period, setPeriod] = useSessionState(`${key}.period`, usualPeriod(today, kinds));
  const [unit, setUnit] = useSessionState<Picked | null>(`${key}.unit`, null);
  const [officer, setOfficer] = useSessionState<Picked | null>(`${key}.officer`, null);
  const [about, setAbout] = useSessionState(`${key}.about`, '');
  const [wanted, setForm] = useSessionState(`${key}.form`, 'dang');
  // A paper has its forms; another one, left over from before or from a link, gives way to the usual.
  const form = (report.forms as string[]).includes(wanted) ? wanted : (report.forms[0] ?? 'dang');
  // In whose name: the empty id is the committee, the authority or the Mặt trận, by the form.
  const [issuer, setIssuer] = useSessionState(`reports.issuer.${form}`, '');
  const [stage, setStage] = useSessionState(`${key}.stage`, report.numbered ? 'du_thao' : 'trinh_ky');
  const [date, setDate] = useSessionState(`${key}.date`, today);
  const matter = useMatterChoice(report.code);
  const { chosen, preset } = matter;
  const takes = (what: string) => (report.takes as string[]).includes(what);
  const choice: Choice = {
    ...NOTHING,
    report: report.code,
    period,
    form,
    date,
    draft: stage !== 'trinh_ky',
    draftRound: Number(/\d+$/.exec(stage)?.[0] ?? 0),
    unitId: takes('unit') ? (unit?.id ?? '') : '',
    officerId: takes('officer') ? (officer?.id ?? '') : '',
    bodyId: takes('body') ? (chosen.body?.id ?? '') : '',
    letterId: takes('letter') ? (chosen.letter?.id ?? '') : '',
    matterId: takes('matter') ? (chosen.matter?.id ?? '') : '',
    signer: takes('signer') && issuer === '' ? chosen.signer : '',
    issuerId: issuer,
    meetingId: report.needs === 'meeting' ? about : '',
    handoverId: report.needs === 'handover' ? about : '',
    sessionId: report.needs === 'session' ? about : '',
    decisionId: takes('decision') ? about : '',
  };
  const [toWord, setToWord] = useState('');
  const [params, setParams] = useSearchParams();
  // A link from another room says for which period, place, officer, body, letter, matter, meeting, handover or session the paper is wanted.
  useEffect(() => {
    if (params.size === 0) return;
    const given = (id: string) => params.get(id) ?? '';
    if ((kinds as string[]).includes(periodKind(given('ky')))) setPeriod(given('ky'));
    if (given('don-vi') !== '') setUnit({ id: given('don-vi'), name: given('ten-don-vi') });
    if (given('can-bo') !== '') setOfficer({ id: given('can-bo'), name: given('ten-can-bo') });
    preset(given);
    if (given('the-thuc') !== '') setForm(given('the-thuc'));
    if (given('ban-hanh') !== '') setIssuer(given('ban-hanh'));
    setToWord(given('doan'));
    setAbout(given('hop') || given('ban-giao') || given('phien') || given('quyet-dinh'));
    setParams({}, { replace: true });
  }, [params, setParams, setPeriod, setUnit, setOfficer, setAbout, setForm, setIssuer, preset, kinds]);
  const missing = MISSING[report.needs];
  const waits =
    missing !== undefined &&
    {
      unit: unit === null,
      officer: officer === null,
      meeting: about === '',
      handover: about === '' && officer === null,
      session: about === '',
    }[report.needs] === true;
  return {
    choice,
    waits,
    missing,
    takes,
    kinds,
    matter,
    period,
    setPeriod,
    unit,
    setUnit,
    officer,
    setOfficer,
    about,
    setAbout,
    form,
    setForm,
    issuer,
    setIssuer,
    draft: choice.draft,
    stage,
    setStage,
    date,
    setDate,
    /** The paragraph a link asks to be worded; '' when none. */
    toWord,
    setToWord,
  };
}

export type PaperChoice = ReturnType<typeof usePaperChoice>;

/** A choice of nothing in particular: what a paper does not take stays like this. */
export const NOTHING: Choice = {
  report: '',
  period: '',
  unitId: '',
  officerId: '',
  decisionId: '',
  meetingId: '',
  handoverId: '',
  bodyId: '',
  letterId: '',
  matterId: '',
  signer: '',
  form: 'dang',
  number: 0,
  date: '',
  draft: false,
  issuerId: '',
  sessionId: '',
  guestId: '',
  recipients: [],
  urgency: '',
  circulation: '',
  typist: '',
  copies: 0,
};

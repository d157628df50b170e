import { useEffect } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { reports, type Go } from '../../api/client';
import { useSessionState } from '../../ui/sessionState';
import type { PaperChoice } from './usePaperChoice';

/** How a paper goes to the printer (backend/reports/remember.go). */
export const PRINT_BY = [
  { value: 'may_in', label: 'Gửi thẳng đến máy in' },
  { value: 'trinh_doc', label: 'Mở bằng trình đọc PDF rồi in' },
];

/**
 * What a person chose when printing this report last, on whichever day: taken over once, when the report is opened first,
 * unless a link says what the paper is about. The period is not remembered; the usual one is more often right.
 */
export function useRemembered(report: Go.reports.ReportLine, paper: PaperChoice) {
  const client = useQueryClient();
  const [params] = useSearchParams();
  const [taken, setTaken] = useSessionState(`reports.${report.code}.recalled`, params.size > 0);
  const [printBy, setPrintBy] = useSessionState('reports.printBy', 'may_in');
  const last = useQuery({
    queryKey: ['reports', 'remembered', report.code],
    queryFn: () => reports.Remembered(report.code),
    enabled: !taken,
    retry: false,
    gcTime: 0,
  });
  const { setForm, setStage, setUnit, setOfficer, matter } = paper;
  useEffect(() => {
    if (taken || !last.isFetched) return;
    setTaken(true);
    const was = last.data;
    if (!was) return;
    if (was.form !== '') {
      setForm(was.form);
      setPrintBy(was.printBy || 'may_in');
    }
    if (!was.known) return;
    setStage(was.draft ? 'du_thao' : 'trinh_ky');
    if (was.unitId !== '') setUnit({ id: was.unitId, name: was.unitName });
    if (was.officerId !== '') setOfficer({ id: was.officerId, name: was.officer });
    matter.change({ signer: was.signer, body: was.bodyId === '' ? null : { id: was.bodyId, name: was.body } });
  }, [taken, setTaken, last.isFetched, last.data, setForm, setStage, setUnit, setOfficer, setPrintBy, matter]);
  /** Keeps the choices as they stand. A paper that was printed is printed, whether this can be kept or not. */
  const keep = (by = printBy) => {
    const { form, draft, signer, unitId, officerId, bodyId } = paper.choice;
    const choice = {
      known: false,
      printBy: by === 'trinh_doc' ? by : '',
      form,
      draft,
      signer,
      unitId,
      officerId,
      bodyId,
      unitName: '',
      officer: '',
      body: '',
    };
    void reports.Remember(report.code, choice as Go.reports.Remembered).then(
      () => client.invalidateQueries({ queryKey: ['reports', 'list'] }),
      () => {},
    );
  };
  const choosePrintBy = (by: string) => {
    setPrintBy(by);
    keep(by);
  };
  return { ready: taken, printBy, choosePrintBy, keep };
}

export type RememberedChoice = ReturnType<typeof useRemembered>;

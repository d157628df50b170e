import type { Go } from '../../api/client';
import { fileAddress } from '../../api/files';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { ChoiceInput } from '../../ui/inputs';
import { useSessionState } from '../../ui/sessionState';
import { PdfPreview } from '../../ui/PdfPreview';
import { usePausedText } from '../../ui/usePausedText';
import { useSamplePage, type Profile, type SampleInput } from './queries';

const KINDS = [
  { value: 'bao_cao', label: 'Báo cáo' },
  { value: 'quyet_dinh', label: 'Quyết định' },
  { value: 'quy_dinh', label: 'Quy định' },
  { value: 'cong_van', label: 'Công văn' },
  { value: 'to_trinh', label: 'Tờ trình' },
];

/** An invented paper set with what is being edited: the real page, drawn anew once a choice has settled. */
export function SamplePages({ profile, issuer, day }: { profile?: Profile; issuer?: Go.papers.Issuer; day?: string }) {
  const [kind, setKind] = useSessionState('reports.sample', 'bao_cao');
  const asked = usePausedText(JSON.stringify({ kind, day: day ?? '', profile, issuer } satisfies SampleInput));
  const made = useSamplePage(JSON.parse(asked) as SampleInput);
  return (
    <div className="cn-format-sample" role="region" aria-label="Trang mẫu">
      <div className="cn-row">
        <label htmlFor="sample-kind">Trang mẫu</label>
        <ChoiceInput id="sample-kind" value={kind} onChange={setKind} options={KINDS} />
      </div>
      {made.error ? (
        <ErrorNotice error={made.error} />
      ) : made.data ? (
        <PdfPreview src={fileAddress(made.data.token)} />
      ) : (
        <p className="cn-empty" role="status">
          Đang dựng trang mẫu…
        </p>
      )}
    </div>
  );
}

import './reports.css';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { readFault } from '../../api/client';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { ChoiceRow } from '../../ui/inputs';
import { useSessionState } from '../../ui/sessionState';
import { useNotice } from '../../ui/notices';
import { PageHeader } from '../../ui/PageHeader';
import { FORMS } from './labels';
import { ProfileForm } from './ProfileForm';
import { useDeleteProfile, useProfileVersions, type ProfileVersion } from './queries';
import { VersionList } from './VersionList';
import { sinceWords } from './versions';

/** How the office's papers look where the rules leave a choice, and from which day on. */
export function FormatPage() {
  const [form, setForm] = useSessionState('reports.format', 'dang');
  const [from, setFrom] = useSessionState<string | null>(`reports.format.${form}`, null);
  const { can } = useDesk();
  const navigate = useNavigate();
  const say = useNotice();
  const versions = useProfileVersions(form);
  const remove = useDeleteProfile();
  const [dropping, setDropping] = useState<ProfileVersion | null>(null);
  const list = versions.data ?? [];
  const shown = list.find((each) => each.from === from) ?? list.find((each) => each.now) ?? list[0];
  const drop = async () => {
    try {
      await remove.mutateAsync({ form, from: dropping!.from });
      say.done('Đã bỏ mẫu riêng.');
      setFrom(null);
    } catch (error) {
      say.failed(readFault(error).message);
    }
    setDropping(null);
  };
  // The list shows which version is edited also when the day of saving made a new one.
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest' });
  }, [from]);
  return (
    <div className="cn-page cn-page-scroll" ref={top}>
      <PageHeader
        title="Thể thức văn bản"
        sub="Những chỗ quy định cho phép chọn, mỗi mẫu có hiệu lực từ một ngày; văn bản đã ban hành giữ nguyên"
        actions={
          <>
            {can('papers.SaveIssuer') && (
              <Button onClick={() => void navigate('/the-thuc/co-quan-ban-hanh')}>Cơ quan ban hành</Button>
            )}
            <Button onClick={() => void navigate('/the-thuc/cau-chu')}>Câu chữ của cơ quan</Button>
            <Button onClick={() => void navigate('/bao-cao')}>Về báo cáo</Button>
          </>
        }
      />
      <ChoiceRow id="format-form" ariaLabel="Thể thức" value={form} onChange={setForm} options={FORMS} />
      {versions.error && <ErrorNotice error={versions.error} onRetry={() => void versions.refetch()} />}
      {list.length > 0 && (
        <VersionList
          list={list}
          shown={shown!.from}
          onShow={setFrom}
          onDrop={can('reports.DeleteProfile') ? setDropping : undefined}
        />
      )}
      {shown && (
        <ProfileForm key={`${form} ${shown.from} ${JSON.stringify(shown.profile)}`} version={shown} onSaved={setFrom} />
      )}
      {dropping && (
        <ConfirmDialog
          title="Bỏ mẫu riêng?"
          confirm="Bỏ mẫu riêng"
          danger
          onConfirm={drop}
          onCancel={() => setDropping(null)}
        >
          Lựa chọn của cơ quan {sinceWords(dropping.from)} bị bỏ; văn bản có ngày từ đó in theo mẫu liền trước. Văn bản
          đã ban hành không đổi.
        </ConfirmDialog>
      )}
    </div>
  );
}

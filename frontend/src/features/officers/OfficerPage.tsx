import './officers.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { officers } from '../../api/client';
import { readFault } from '../../lib/fault';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useNotice } from '../../ui/notices';
import { PageHeader } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { postWords } from './labels';
import { OfficerForm } from './OfficerForm';
import { PostsSection } from './PostsSection';
import { useOfficer, useRefresh } from './queries';
import { SeatsSection } from './SeatsSection';

/** What other rooms show of an officer; given by the route table, since a room never imports a room. */
export type OfficerSlot = (officerId: string, asOf: string) => ReactNode;

interface Props {
  /** What there is to do and how it stands, before everything else. */
  now?: OfficerSlot;
  /** What was over time. */
  holdings?: OfficerSlot;
  /** Further acts beside those of this room. */
  acts?: OfficerSlot;
}

/** One officer: what they have to do now, posts over time, committee seats, and what they held. */
export function OfficerPage({ now, holdings, acts }: Props) {
  const { id = '' } = useParams();
  const { asOf, can } = useDesk();
  const navigate = useNavigate();
  const say = useNotice();
  const refresh = useRefresh();
  const [open, setOpen] = useState<'' | 'edit' | 'delete'>('');
  const one = useOfficer(id, asOf);
  const back = { label: 'Danh sách cán bộ', onClick: () => void navigate('/can-bo') };
  if (one.error)
    return (
      <div className="cn-page">
        <PageHeader title="Cán bộ" back={back} />
        <ErrorNotice error={one.error} onRetry={() => void one.refetch()} />
      </div>
    );
  if (!one.data) return <EmptyState title="Đang tải…" />;
  const { officer, post, postOrg, posts, seats } = one.data;
  const binned = officer.deletedAt !== '';
  const restore = async () => {
    try {
      await officers.Restore(id);
      refresh();
      say.done(`Đã lấy lại ${officer.fullName}.`);
    } catch (thrown) {
      say.failed(readFault(thrown).message);
    }
  };
  const remove = async () => {
    await officers.Delete(id);
    refresh();
    setOpen('');
    say.done(`Đã bỏ ${officer.fullName} vào thùng rác.`, () => void restore());
    void navigate('/can-bo');
  };
  return (
    <div className="cn-page cn-page-scroll">
      <PageHeader
        title={officer.fullName}
        back={back}
        sub={[
          postWords(post, postOrg) || 'Chưa ghi chức vụ vào ngày này',
          officer.workPhone && `điện thoại ${officer.workPhone}`,
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          binned ? (
            can('officers.Restore') && (
              <Button type="primary" onClick={() => void restore()}>
                Lấy lại
              </Button>
            )
          ) : (
            <>
              {acts?.(id, asOf)}
              {can('officers.Delete') && <Button onClick={() => setOpen('delete')}>Bỏ vào thùng rác</Button>}
              {can('officers.Save') && (
                <Button type="primary" onClick={() => setOpen('edit')}>
                  Sửa thông tin
                </Button>
              )}
            </>
          )
        }
      />
      {binned && <StatusTag tone="warn">Trong thùng rác</StatusTag>}
      {officer.note !== '' && <p className="cn-people-note">{officer.note}</p>}
      {!binned && now?.(id, asOf)}
      {holdings?.(id, asOf)}
      <PostsSection officerId={id} posts={posts} editable={can('officers.SavePost') && !binned} />
      <SeatsSection officerId={id} seats={seats} editable={can('officers.SaveSeat') && !binned} />
      {open === 'edit' && <OfficerForm officer={officer} onClose={() => setOpen('')} onSaved={() => setOpen('')} />}
      {open === 'delete' && (
        <ConfirmDialog
          title={`Bỏ ${officer.fullName} vào thùng rác?`}
          confirm="Bỏ vào thùng rác"
          danger
          onConfirm={remove}
          onCancel={() => setOpen('')}
        >
          Chỉ dùng khi nhập nhầm; lấy lại được ở Thùng rác. Người nghỉ hoặc chuyển công tác thì kết thúc chức vụ và phân
          công, không xóa.
        </ConfirmDialog>
      )}
    </div>
  );
}

import './backups.css';
import { UndoOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { desk, readFault, type Go } from '../../api/client';
import { showMoment } from '../../lib/moment';
import { showNumber } from '../../lib/text';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { DataTable } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { useNotice } from '../../ui/notices';
import { PageHeader } from '../../ui/PageHeader';
import { useSessionState } from '../../ui/sessionState';
import { SplitPane } from '../../ui/SplitPane';
import { backupColumns } from './backupColumns';
import { BackupPanel } from './BackupPanel';
import { BackupPlaces } from './BackupPlaces';
import { SecondPlaceForm } from './SecondPlaceForm';

/** Sao lưu, phục hồi: what there is, what each would cost, and the way back. */
export function BackupsPage() {
  const { can } = useDesk();
  const say = useNotice();
  const client = useQueryClient();
  const query = useQuery({ queryKey: ['desk.copies'], queryFn: () => desk.Copies() });
  const [chosen, setChosen] = useSessionState<string | null>('backups.chosen', null);
  const [asked, setAsked] = useState<'restore' | 'undo' | 'confirm' | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState('');
  const state = query.data;
  const line = state?.lines.find((each) => each.key === chosen) ?? state?.lines[0];

  const reread = () => Promise.all([query.refetch(), client.invalidateQueries({ queryKey: ['desk.backupNotices'] })]);
  const run = async (name: string, call: () => Promise<void>, done: string) => {
    setBusy(name);
    try {
      await call();
      say.done(done);
    } catch (thrown) {
      say.failed(readFault(thrown).message);
    } finally {
      setBusy('');
      await reread();
    }
  };
  // Everybody is signed out by a change of the data: the sign-in page is what comes next.
  const change = async (call: () => Promise<void>) => {
    await call();
    setAsked(null);
    await client.invalidateQueries({ queryKey: ['desk.status'] });
    await client.invalidateQueries({ queryKey: ['access.status'] });
  };

  return (
    <div className="cn-page">
      <PageHeader
        title="Sao lưu, phục hồi"
        sub={state ? `${showNumber(state.lines.length)} bản` : undefined}
        actions={
          <>
            {can('desk.Rehearse') && (
              <Button
                loading={busy === 'rehearse'}
                onClick={() =>
                  void run('rehearse', () => desk.Rehearse(), 'Đã tập phục hồi bản mới nhất: mở và đếm đủ.')
                }
              >
                Tập phục hồi
              </Button>
            )}
            <Button
              type="primary"
              loading={busy === 'copy'}
              onClick={() => void run('copy', () => desk.BackUp(), 'Đã sao lưu và kiểm tra bản sao.')}
            >
              Sao lưu ngay
            </Button>
          </>
        }
      />
      {state && (
        <BackupPlaces
          state={state}
          onChoose={() => setChoosing(true)}
          onFill={() => void run('fill', () => desk.FillSecondPlace(), 'Đã chép sang nơi giữ thứ hai.')}
        />
      )}
      {state && state.restored !== '' && (
        <RestoredBar state={state} may={can('desk.UndoRestore')} onAsk={(what) => setAsked(what)} />
      )}
      <SplitPane
        name="backups"
        start={72}
        left={
          <DataTable
            label="Danh sách bản sao lưu"
            counted="bản"
            columns={backupColumns}
            rows={state?.lines ?? []}
            rowKey={(each) => each.key}
            loading={query.isPending}
            error={query.error}
            onRetry={() => void query.refetch()}
            selected={line?.key ?? null}
            onSelect={setChosen}
            empty="Chưa có bản sao lưu nào. Bấm “Sao lưu ngay” để có bản đầu tiên."
            note={state && <BackupNote state={state} />}
          />
        }
        right={
          line ? (
            <BackupPanel line={line} onRestore={can('desk.Restore') ? () => setAsked('restore') : undefined} />
          ) : (
            <p className="cn-soft">Chọn một bản để xem phục hồi thì thiếu gì.</p>
          )
        }
      />
      {choosing && state && (
        <SecondPlaceForm places={state.places} onClose={() => setChoosing(false)} onSaved={() => void reread()} />
      )}
      {asked === 'restore' && line && (
        <ConfirmDialog
          title={`Phục hồi về bản ${showMoment(line.moment)}?`}
          confirm="Phục hồi"
          danger
          onCancel={() => setAsked(null)}
          onConfirm={() => change(() => desk.Restore(line.key))}
        >
          <p>So với bây giờ, bản này {line.differs || 'chưa so được'}.</p>
          <p>
            Trạng thái bây giờ được giữ nguyên và quay lại được. Mọi người phải đăng nhập lại, bằng mật khẩu của ngày
            sao lưu.
          </p>
        </ConfirmDialog>
      )}
      {asked === 'undo' && (
        <ConfirmDialog
          title="Quay lại trạng thái trước khi phục hồi?"
          confirm="Quay lại"
          onCancel={() => setAsked(null)}
          onConfirm={() => change(() => desk.UndoRestore())}
        >
          <p>Những gì ghi từ lúc phục hồi đến giờ được sao lưu trước. Mọi người phải đăng nhập lại.</p>
        </ConfirmDialog>
      )}
      {asked === 'confirm' && (
        <ConfirmDialog
          title="Dùng hẳn bản đã phục hồi?"
          confirm="Dùng hẳn"
          onCancel={() => setAsked(null)}
          onConfirm={async () => {
            await desk.ConfirmRestore();
            setAsked(null);
            await reread();
          }}
        >
          <p>Sau đó không còn nút “Quay lại trạng thái trước”; bản “Trước khi phục hồi” vẫn nằm trong danh sách.</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

function RestoredBar(props: { state: Go.desk.Backups; may: boolean; onAsk: (what: 'undo' | 'confirm') => void }) {
  return (
    <div className="cn-draft" role="status">
      <UndoOutlined aria-hidden="true" />
      <span className="cn-grow">
        Lúc {showMoment(props.state.restored)} đã phục hồi về bản {showMoment(props.state.restoreOf)}. Trạng thái trước
        đó còn nguyên.
      </span>
      {props.may && (
        <span className="cn-row">
          <Button onClick={() => props.onAsk('confirm')}>Dùng hẳn bản này</Button>
          <Button type="primary" onClick={() => props.onAsk('undo')}>
            Quay lại trạng thái trước
          </Button>
        </span>
      )}
    </div>
  );
}

function BackupNote({ state }: { state: Go.desk.Backups }) {
  return (
    <p className="cn-soft cn-small">
      Máy này: {state.total}
      {state.free !== '' && <>, ổ đĩa còn trống {state.free}</>}. Giữ mọi bản của 2 ngày, rồi 12 ngày, 10 tuần, 9 tháng.
      {state.otherNames.length > 0 && <> Không tính {state.otherNames.length} bản của cơ quan khác.</>} Thư mục:{' '}
      <span className="cn-path">{state.folder}</span>
    </p>
  );
}

import './papers.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { periodLabel } from '../../lib/periods';
import { showNumber } from '../../lib/text';
import { SealedPages } from '../../pickers/SealedPages';
import { useSealed, type Issued } from '../../pickers/useSealed';
import { DataTable } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { saidFilter } from '../../ui/listPaper';
import { EmptyState } from '../../ui/EmptyState';
import { useSessionState } from '../../ui/sessionState';
import { PageHeader } from '../../ui/PageHeader';
import { useShortcut } from '../../ui/useShortcut';
import { CancelForm } from './CancelForm';
import { CheckPrintForm } from './CheckPrintForm';
import { CopyPaperForm } from './CopyPaperForm';
import { columns, sheet, titleOf } from './columns';
import { Faults } from './Faults';
import { OutsideForm } from './OutsideForm';
import { formWord, seriesWord } from './labels';
import { NEW, type OutsideStart } from './outsideValues';
import { PaperDrawer } from './PaperDrawer';
import { PaperFilters } from './PaperFilters';
import { useRegister, type Reserved } from './queries';
import { ReleaseForm } from './ReleaseForm';
import { ReservedList } from './ReservedList';
import { ReserveForm } from './ReserveForm';
import { PAGE_SIZE, usePaperFilter } from './usePaperFilter';

/** Sổ đăng ký văn bản đi: every number that was given, what is missing, and each sealed paper behind it. */
export function PapersPage() {
  const { can } = useDesk();
  const navigate = useNavigate();
  const { choice, change, clear, filter, thisYear } = usePaperFilter();
  const [chosen, setChosen] = useSessionState<string | null>('papers.chosen', null);
  const [opened, setOpened] = useState<string | null>(null);
  const [cancelling, setCancelling] = useState<Issued | null>(null);
  const [checking, setChecking] = useState(false);
  const [copying, setCopying] = useState<Issued | null>(null);
  const [outside, setOutside] = useState<OutsideStart | null>(null);
  const [reserving, setReserving] = useState<OutsideStart | null>(null);
  const [releasing, setReleasing] = useState<Reserved | null>(null);
  const sealed = useSealed('register');
  const list = useRegister(filter);
  const rows = list.data?.items ?? [];
  const total = list.data?.total ?? 0;
  const paper = rows.find((each) => each.id === opened);
  const writes = can('papers.RecordOutside');
  useShortcut('ctrl+n', writes && sealed.shown === null && (() => setOutside(NEW)));
  useShortcut('f5', () => void list.refetch());
  if (sealed.shown) {
    return (
      <div className="cn-page">
        <PageHeader title="Văn bản đi" sub={titleOf(sealed.shown.paper)} />
        <SealedPages sealed={sealed} back="Về sổ văn bản đi" />
      </div>
    );
  }
  return (
    <div className="cn-page">
      <PageHeader
        title="Văn bản đi"
        actions={
          <>
            <Button onClick={() => setChecking(true)}>Kiểm tra bản in</Button>
            {can('reports.Preview') && (
              <Button onClick={() => void navigate(`/bao-cao/so-van-ban-di?ky=${choice.period || thisYear}`)}>
                In sổ
              </Button>
            )}
            {can('papers.Reserve') && <Button onClick={() => setReserving(NEW)}>Giữ số…</Button>}
            {writes && (
              <Button type="primary" onClick={() => setOutside(NEW)}>
                Ghi văn bản ngoài chương trình
              </Button>
            )}
          </>
        }
      />
      <PaperFilters choice={choice} change={change} clear={clear} thisYear={thisYear} known={list.data} />
      <Faults
        faults={list.data?.faults ?? []}
        onRecord={
          writes
            ? ({ form, issuerId, series, typeName, from }) =>
                setOutside({ form, issuerId, series, typeName: typeName ?? '', number: from })
            : undefined
        }
        onReserve={
          can('papers.Reserve')
            ? ({ form, issuerId, series, typeName, from }) =>
                setReserving({ form, issuerId, series, typeName: typeName ?? '', number: from })
            : undefined
        }
      />
      <ReservedList
        list={list.data?.reserved ?? []}
        onRelease={can('papers.Release') ? (number) => setReleasing(number) : undefined}
      />
      <DataTable
        label="Sổ đăng ký văn bản đi"
        counted="văn bản"
        columns={columns}
        rows={rows}
        of={total > rows.length ? total : undefined}
        paper={{
          title: 'Văn bản đi',
          sheet,
          said: [
            choice.period === '' ? 'Mọi thời gian' : periodLabel(choice.period),
            saidFilter('Thể thức', choice.form && formWord(choice.form)),
            saidFilter('Cơ quan ban hành', list.data?.issuers.find((each) => each.id === choice.issuerId)?.name),
            saidFilter('Loại', choice.series && seriesWord(choice.series)),
            saidFilter('Tìm chữ', choice.text),
          ],
        }}
        rowKey={(p) => p.id}
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        selected={chosen}
        onSelect={setChosen}
        onOpen={(p) => setOpened(p.id)}
        footer={
          total > PAGE_SIZE && (
            <>
              <Button disabled={choice.page === 0} onClick={() => change({ page: choice.page - 1 })}>
                Trang trước
              </Button>
              <span>
                {showNumber(choice.page * PAGE_SIZE + 1)}–{showNumber(choice.page * PAGE_SIZE + rows.length)} /{' '}
                {showNumber(total)}
              </span>
              <Button
                disabled={(choice.page + 1) * PAGE_SIZE >= total}
                onClick={() => change({ page: choice.page + 1 })}
              >
                Trang sau
              </Button>
            </>
          )
        }
        empty={
          <EmptyState title="Chưa có văn bản nào trong kỳ này">
            Ban hành ở mục Báo cáo, hoặc ghi văn bản soạn ở nơi khác.
          </EmptyState>
        }
      />
      {paper && !cancelling && !copying && (
        <PaperDrawer
          paper={paper}
          sealed={sealed}
          onClose={() => setOpened(null)}
          onCancel={() => setCancelling(paper)}
          onCopy={() => setCopying(paper)}
        />
      )}
      {checking && (
        <CheckPrintForm
          onClose={() => setChecking(false)}
          onOpen={(of) => {
            setChecking(false);
            sealed.open(of, 'in_lai');
          }}
        />
      )}
      {cancelling && <CancelForm paper={cancelling} onClose={() => setCancelling(null)} />}
      {copying && (
        <CopyPaperForm
          paper={copying}
          onClose={() => setCopying(null)}
          onMade={(made) => {
            setCopying(null);
            sealed.show({ paper: made.paper, look: 'ban_hanh', file: made.file });
          }}
        />
      )}
      {reserving && <ReserveForm start={reserving} onClose={() => setReserving(null)} />}
      {releasing && <ReleaseForm number={releasing} onClose={() => setReleasing(null)} />}
      {outside && (
        <OutsideForm
          start={outside}
          onClose={(saved) => {
            if (saved) setChosen(saved);
            setOutside(null);
          }}
        />
      )}
    </div>
  );
}

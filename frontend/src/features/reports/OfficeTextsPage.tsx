import './reports.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { readFault } from '../../api/client';
import { show } from '../../lib/dates';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { useNotice } from '../../ui/notices';
import { PageHeader, Section } from '../../ui/PageHeader';
import { useOfficeTexts, useRestoreOfficeText, type OfficeTextLine } from './officeWordsQueries';

const columns: Column<OfficeTextLine>[] = [
  { key: 'title', title: 'Văn bản', kind: 'name', width: 18, render: (l) => `${l.title} (${l.formWord})` },
  {
    key: 'text',
    title: 'Câu của cơ quan',
    kind: 'text',
    width: 40,
    render: (l) => l.now.text || 'Đã trở lại câu gốc',
  },
  { key: 'from', title: 'Từ ngày', kind: 'day', width: 8, render: (l) => show(l.now.validFrom) },
  { key: 'who', title: 'Người sửa', kind: 'name', width: 10, render: (l) => l.now.userName },
  { key: 'n', title: 'Số bản', kind: 'number', width: 6, render: (l) => l.versions.length },
];

const keyOf = (l: OfficeTextLine) => `${l.report} ${l.form} ${l.now.place} ${l.now.insteadOf}`;

/** Every sentence the office words itself, of all its papers. */
export function OfficeTextsPage() {
  const { can } = useDesk();
  const navigate = useNavigate();
  const say = useNotice();
  const list = useOfficeTexts();
  const restore = useRestoreOfficeText();
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState<OfficeTextLine | null>(null);
  const rows = list.data ?? [];
  const row = rows.find((each) => keyOf(each) === chosen);
  const back = async () => {
    try {
      await restore.mutateAsync(asking!);
      say.done('Đã trở lại câu gốc.');
    } catch (error) {
      say.failed(readFault(error).message);
    }
    setAsking(null);
  };
  return (
    <div className="cn-page cn-page-scroll">
      <PageHeader
        title="Câu chữ của cơ quan"
        sub="Những câu cơ quan tự đặt thay câu gốc; sửa tại từng văn bản ở mục Báo cáo, nút Câu chữ"
        actions={<Button onClick={() => void navigate('/the-thuc')}>Về thể thức</Button>}
      />
      <Section title="Danh sách" flush>
        <DataTable
          label="Câu chữ của cơ quan"
          counted="câu"
          fit="content"
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          loading={list.isPending}
          error={list.error}
          onRetry={() => void list.refetch()}
          selected={chosen}
          onSelect={setChosen}
          empty={<EmptyState title="Cơ quan chưa đặt câu nào riêng">Mở một văn bản, bấm Câu chữ để sửa.</EmptyState>}
        />
      </Section>
      {row && (
        <div className="cn-row">
          <Button onClick={() => void navigate(`/bao-cao/${row.name}?the-thuc=${row.form}`)}>Mở văn bản</Button>
          {can('reports.RestoreOfficeText') && row.now.text !== '' && (
            <Button onClick={() => setAsking(row)}>Về nguyên bản</Button>
          )}
        </div>
      )}
      {asking && (
        <ConfirmDialog
          title="Trở lại câu gốc?"
          confirm="Về nguyên bản"
          onConfirm={back}
          onCancel={() => setAsking(null)}
        >
          Văn bản từ hôm nay dùng câu gốc của chương trình; các bản đã đặt vẫn còn để lấy lại.
        </ConfirmDialog>
      )}
    </div>
  );
}

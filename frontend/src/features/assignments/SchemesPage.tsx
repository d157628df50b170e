import { Button } from 'antd';
import { useState } from 'react';
import { assignments, type Go } from '../../api/client';
import { show } from '../../lib/dates';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useShortcut } from '../../ui/useShortcut';
import { useNotice } from '../../ui/notices';
import { PageHeader, Section } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { showTime } from './labels';
import { PresetDialog } from './PresetDialog';
import { useRefresh, useSchemes, useTypes, type Kind, type Scheme } from './queries';
import { SchemeForm } from './SchemeForm';
import { Tabs } from './Tabs';
import { TeamsSection } from './TeamsSection';

const columns = (words: Map<string, string>): Column<Kind>[] => [
  { key: 'code', title: 'Mã', kind: 'symbol', width: 4.5, render: (k) => k.code },
  {
    key: 'name',
    title: 'Hình thức',
    kind: 'text',
    render: (k) => (
      <>
        {k.name}
        <Second>ghi trên văn bản: {k.verb}</Second>
      </>
    ),
  },
  {
    key: 'target',
    title: 'Giao cho',
    kind: 'text',
    width: 16,
    render: (k) => (k.targetTypes.length === 0 ? 'mọi loại' : k.targetTypes.map((t) => words.get(t) ?? t).join(', ')),
  },
  { key: 'who', title: 'Người nhận', kind: 'text', width: 8, render: (k) => (k.team ? 'Tổ' : 'Cán bộ') },
  {
    key: 'rule',
    title: 'Quy tắc',
    kind: 'text',
    width: 14,
    render: (k) => (
      <>
        {k.exactlyOne ? 'một người chính' : 'nhiều người chính'}
        {k.coverage && <Second>phải phủ kín</Second>}
      </>
    ),
  },
  { key: 'used', title: 'Phân công', kind: 'number', width: 7, render: (k) => k.assignments.toLocaleString('vi-VN') },
];

/** Under which plans and rules places are assigned, and the teams. */
export function SchemesPage() {
  const { can } = useDesk();
  const list = useSchemes();
  const types = useTypes().data?.types ?? [];
  const words = new Map(types.map((t) => [t.code, t.word]));
  const [start, setStart] = useState<Go.assignments.SchemeIn | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [deleting, setDeleting] = useState<Scheme | null>(null);
  const say = useNotice();
  const refresh = useRefresh();
  const edits = can('assignments.SaveScheme');
  useShortcut('ctrl+n', edits && (() => setChoosing(true)));
  const remove = async () => {
    if (!deleting) return;
    await assignments.DeleteScheme(deleting.id);
    setDeleting(null);
    refresh();
    say.done('Đã xóa chủ trương chưa dùng.');
  };
  const empty = list.data?.length === 0;
  return (
    <div className="cn-page cn-page-scroll">
      <PageHeader
        tabs={<Tabs />}
        title="Chủ trương phân công"
        actions={
          edits && (
            <Button type="primary" onClick={() => setChoosing(true)}>
              Thêm chủ trương
            </Button>
          )
        }
      />
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {empty && (
        <EmptyState
          title="Chưa có chủ trương nào"
          action={
            edits && (
              <Button type="primary" onClick={() => setChoosing(true)}>
                Chọn mẫu chủ trương
              </Button>
            )
          }
        >
          Có sẵn mẫu của Bến Tre, Kon Tum, Đakrông – Hải Lăng, Vị Thanh; mọi điểm đều sửa được theo văn bản của cơ quan.
        </EmptyState>
      )}
      {list.data?.map((scheme) => (
        <Section
          key={scheme.id}
          title={scheme.name}
          flush
          extra={
            edits && (
              <span className="cn-row">
                {scheme.kinds.every((k) => k.assignments === 0) && can('assignments.DeleteScheme') && (
                  <Button onClick={() => setDeleting(scheme)}>Xóa chủ trương</Button>
                )}
                <Button onClick={() => setStart({ ...scheme, guardReason: '' })}>Sửa chủ trương</Button>
              </span>
            )
          }
        >
          <p className="cn-scheme-about">
            {scheme.validTo === '' ? (
              <StatusTag tone="good">Hiệu lực từ {show(scheme.validFrom)}</StatusTag>
            ) : (
              <StatusTag tone="none">{showTime(scheme.validFrom, scheme.validTo)}</StatusTag>
            )}{' '}
            {scheme.source || 'mặc định, chưa có văn bản'}
            {scheme.note && `. ${scheme.note}`}
          </p>
          <DataTable
            label={`Hình thức của ${scheme.name}`}
            counted="hình thức"
            fit="content"
            columns={columns(words)}
            rows={scheme.kinds}
            rowKey={(k) => k.id}
          />
        </Section>
      ))}
      <TeamsSection />
      {choosing && (
        <PresetDialog
          onClose={() => setChoosing(false)}
          onPick={(scheme) => {
            setChoosing(false);
            setStart(scheme);
          }}
        />
      )}
      {start && <SchemeForm start={start} types={types} onClose={() => setStart(null)} />}
      {deleting && (
        <ConfirmDialog
          title="Xóa chủ trương chưa dùng?"
          confirm="Xóa"
          danger
          onConfirm={remove}
          onCancel={() => setDeleting(null)}
        >
          “{deleting.name}” chưa có phân công nào. Xóa rồi không lấy lại được, nhưng lập lại từ mẫu được.
        </ConfirmDialog>
      )}
    </div>
  );
}

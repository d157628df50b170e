import './reports.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Go } from '../../api/client';
import { FORMS, ISSUER_KINDS } from './labels';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { useSessionState } from '../../ui/sessionState';
import { PageHeader, Section } from '../../ui/PageHeader';
import { useShortcut } from '../../ui/useShortcut';
import { IssuerForm } from './IssuerForm';
import { useIssuers } from '../../pickers/issuers';
import { SamplePages } from './SamplePages';

type Issuer = Go.papers.Issuer;

const columns: Column<Issuer>[] = [
  { key: 'name', title: 'Cơ quan ban hành', kind: 'name', render: (i) => i.name, sortBy: (i) => i.name },
  { key: 'symbol', title: 'Ký hiệu', kind: 'symbol', width: 8, render: (i) => i.symbol },
  {
    key: 'form',
    title: 'Thể thức',
    kind: 'text',
    width: 10,
    render: (i) => FORMS.find((each) => each.value === i.form)?.label ?? '',
  },
  {
    key: 'signs',
    title: 'Người ký',
    kind: 'name',
    width: 14,
    render: (i) => [i.signAuthority, i.signPosition, i.signName].filter(Boolean).join(', '),
  },
];

/** In whose name papers go out, each with the letterhead it gives. */
export function IssuersPage() {
  const { can } = useDesk();
  const navigate = useNavigate();
  const list = useIssuers();
  const [chosen, setChosen] = useSessionState<string | null>('reports.issuer.chosen', null);
  const [form, setForm] = useState<Issuer | 'new' | null>(null);
  const writes = can('papers.SaveIssuer');
  useShortcut('ctrl+n', writes && (() => setForm('new')));
  const rows = list.data ?? [];
  const row = rows.find((each) => each.id === chosen) ?? rows[0];
  return (
    <div className="cn-page cn-page-scroll">
      <PageHeader
        title="Cơ quan ban hành"
        sub="Văn bản ra với tên ai: đầu văn bản, ký hiệu, người ký và nơi lưu theo cơ quan đó"
        actions={
          <>
            <Button onClick={() => void navigate('/the-thuc')}>Về thể thức</Button>
            {writes && (
              <Button type="primary" onClick={() => setForm('new')}>
                Thêm cơ quan
              </Button>
            )}
          </>
        }
      />
      <div className="cn-format">
        <div className="cn-stack">
          <Section title="Danh sách" flush>
            <DataTable
              label="Cơ quan ban hành"
              counted="cơ quan"
              fit="content"
              columns={columns}
              rows={rows}
              rowKey={(i) => i.id}
              loading={list.isPending}
              error={list.error}
              onRetry={() => void list.refetch()}
              selected={row?.id ?? null}
              onSelect={setChosen}
              onOpen={writes ? (i) => !i.builtIn && setForm(i) : undefined}
              empty={
                <EmptyState title="Chưa có tên cơ quan">
                  Điền ở Hệ thống, mục Cơ quan; cấp ủy và văn phòng sẽ có ở đây.
                </EmptyState>
              }
            />
          </Section>
          {row && (
            <Section title={row.name}>
              <div className="cn-stack">
                <p>
                  {row.builtIn
                    ? 'Lấy từ Hệ thống, mục Cơ quan; sửa ở đó.'
                    : `${ISSUER_KINDS.find((each) => each.value === row.kind)?.label ?? ''}, thêm ở đây.`}{' '}
                  Được ban hành: {(row.types ?? []).map((each) => each.name.toLowerCase()).join(', ')}.
                </p>
                <div className="cn-row">
                  {row.builtIn ? (
                    <Button onClick={() => void navigate('/co-quan')}>Mở mục Cơ quan</Button>
                  ) : (
                    writes && <Button onClick={() => setForm(row)}>Sửa {row.head}</Button>
                  )}
                </div>
              </div>
            </Section>
          )}
        </div>
        {row && <SamplePages issuer={row} />}
      </div>
      {form && (
        <IssuerForm
          issuer={form === 'new' ? null : form}
          onClose={() => setForm(null)}
          onSaved={(saved) => {
            setChosen(saved.id);
            setForm(null);
          }}
        />
      )}
    </div>
  );
}

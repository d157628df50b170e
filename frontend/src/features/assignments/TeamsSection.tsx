import { Button } from 'antd';
import { useState } from 'react';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { Section } from '../../ui/PageHeader';
import { useTeams, type Team } from './queries';
import { TeamForm } from './TeamForm';

const columns: Column<Team>[] = [
  { key: 'name', title: 'Tên tổ', kind: 'name', width: 18, render: (t) => t.name },
  {
    key: 'lead',
    title: 'Tổ trưởng',
    kind: 'name',
    width: 14,
    render: (t) => t.members.find((m) => m.current && m.lead)?.name ?? 'hiện không có',
  },
  {
    key: 'members',
    title: 'Thành viên',
    kind: 'name',
    render: (t) =>
      t.members
        .filter((m) => m.current && !m.lead)
        .map((m) => m.name)
        .join(', ') || '–',
  },
];

/** The teams that have places together. */
export function TeamsSection() {
  const { can } = useDesk();
  const list = useTeams();
  const [form, setForm] = useState<Team | 'new' | null>(null);
  const edits = can('assignments.SaveTeam');
  return (
    <Section
      title="Tổ chỉ đạo, tổ công tác"
      flush
      extra={edits && <Button onClick={() => setForm('new')}>Thêm tổ</Button>}
    >
      <DataTable
        label="Tổ chỉ đạo, tổ công tác"
        counted="tổ"
        fit="content"
        columns={columns}
        rows={list.data ?? []}
        rowKey={(t) => t.id}
        loading={list.isPending}
        error={list.error}
        onOpen={edits ? setForm : undefined}
      />
      {form !== null && <TeamForm team={form === 'new' ? null : form} onClose={() => setForm(null)} />}
    </Section>
  );
}

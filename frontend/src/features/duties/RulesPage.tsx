import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useSessionState } from '../../ui/sessionState';
import { PageHeader, Section } from '../../ui/PageHeader';
import { useShortcut } from '../../ui/useShortcut';
import { showTime } from './labels';
import { PresetForm } from './PresetForm';
import { useRules, useSchemes, type Rule } from './queries';
import { RuleForm, type RuleTask } from './RuleForm';
import { RuleSheet } from './RuleSheet';
import { Paper, Standing } from './RuleTags';
import { Tabs } from './Tabs';

const columns = (asOf: string): Column<Rule>[] => [
  {
    key: 'name',
    title: 'Nhiệm vụ',
    kind: 'text',
    render: (r) => (
      <>
        {r.name}
        <Second>{r.kindName || 'mọi hình thức'}</Second>
      </>
    ),
  },
  {
    key: 'who',
    title: 'Ai, việc gì',
    kind: 'text',
    width: 14,
    render: (r) => (
      <>
        {r.subjectWord}
        <Second>{r.activityWord}</Second>
      </>
    ),
  },
  {
    key: 'cadence',
    title: 'Bao nhiêu lần, khi nào',
    kind: 'text',
    width: 14,
    render: (r) => (
      <>
        {r.cadenceText}
        {r.graceDays > 0 && <Second>gia hạn {r.graceDays} ngày</Second>}
      </>
    ),
  },
  { key: 'source', title: 'Văn bản', kind: 'text', width: 14, render: (r) => <Paper rule={r} /> },
  {
    key: 'state',
    title: 'Tình trạng',
    kind: 'status',
    width: 11,
    render: (r) => (
      <>
        <Standing rule={r} asOf={asOf} />
        {r.versions > 1 && <Second>{r.versions} phiên bản</Second>}
      </>
    ),
  },
];

/** Nhiệm vụ định kỳ: what has to be done how often, scheme by scheme, with the paper it rests on. */
export function RulesPage() {
  const { asOf, can } = useDesk();
  const navigate = useNavigate();
  const [chosen, setChosen] = useSessionState<string | null>('duties.rule', null);
  const [task, setTask] = useState<RuleTask | null>(null);
  const [preset, setPreset] = useState<string | null>(null);
  const [opened, setOpened] = useState<Rule | null>(null);
  const schemes = useSchemes();
  const rules = useRules({ schemeId: '', seriesId: '', day: asOf, history: false });
  const edits = can('duties.SaveRule');
  const items = rules.data?.items ?? [];
  const plans = schemes.data ?? [];
  // Among several, which one a duty belongs to is for the person to say.
  const only = plans.length === 1 ? plans[0]!.id : '';
  useShortcut('ctrl+n', edits && plans.length > 0 && (() => setTask({ how: 'add', schemeId: only })));
  useShortcut('f5', () => void rules.refetch());
  return (
    <div className="cn-page cn-page-scroll">
      <PageHeader
        tabs={<Tabs />}
        title="Nhiệm vụ định kỳ"
        actions={
          edits &&
          plans.length > 0 && (
            <>
              <Button onClick={() => setPreset(only)}>Áp dụng bộ mẫu…</Button>
              <Button type="primary" onClick={() => setTask({ how: 'add', schemeId: only })}>
                Thêm nhiệm vụ
              </Button>
            </>
          )
        }
      />
      {rules.error && <ErrorNotice error={rules.error} onRetry={() => void rules.refetch()} />}
      {schemes.data?.length === 0 && (
        <EmptyState
          title="Chưa có chủ trương phân công"
          action={
            <Button type="primary" onClick={() => void navigate('/phan-cong/chu-truong')}>
              Mở chủ trương
            </Button>
          }
        >
          Nhiệm vụ định kỳ thuộc một chủ trương; hãy lập chủ trương trước.
        </EmptyState>
      )}
      {schemes.data?.map((scheme) => (
        <Section
          key={scheme.id}
          title={scheme.name}
          flush
          extra={
            <span className="cn-soft cn-small">
              {scheme.source || 'chưa ghi văn bản'} · {showTime(scheme.validFrom, scheme.validTo)}
            </span>
          }
        >
          <DataTable
            label={`Nhiệm vụ của ${scheme.name}`}
            counted="nhiệm vụ"
            fit="content"
            columns={columns(asOf)}
            rows={items.filter((each) => each.schemeId === scheme.id)}
            rowKey={(r) => r.id}
            selected={chosen}
            onSelect={setChosen}
            onOpen={setOpened}
            loading={rules.isPending}
            empty={
              <EmptyState
                title="Chưa có nhiệm vụ nào"
                action={edits && <Button onClick={() => setPreset(scheme.id)}>Chọn bộ nhiệm vụ mẫu</Button>}
              >
                Chưa có nhiệm vụ thì không tính được số phải dự.
              </EmptyState>
            }
          />
        </Section>
      ))}
      {opened && (
        <RuleSheet
          rule={opened}
          edits={edits}
          onClose={() => setOpened(null)}
          onTask={(next) => {
            setOpened(null);
            setTask(next);
          }}
        />
      )}
      {task && (
        <RuleForm
          task={task}
          onClose={(saved) => {
            if (saved) setChosen(saved);
            setTask(null);
          }}
        />
      )}
      {preset !== null && <PresetForm schemeId={preset} onClose={() => setPreset(null)} />}
    </div>
  );
}

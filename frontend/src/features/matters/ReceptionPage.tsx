import './matters.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { matters, readFault, type Go } from '../../api/client';
import { show } from '../../lib/dates';
import { periodLabel, periodOf, periodSpan } from '../../lib/periods';
import { NONE, showNumber } from '../../lib/text';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import { showPeriod } from '../../pickers/period';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { LinkedListBar } from '../../ui/LinkedListBar';
import { useSessionState } from '../../ui/sessionState';
import { useNotice } from '../../ui/notices';
import { PageHeader, Section } from '../../ui/PageHeader';
import { StatusTag, type Tone } from '../../ui/StatusTag';
import { useLinkedFilter } from '../../ui/useLinkedFilter';
import { useShortcut } from '../../ui/useShortcut';
import { dayWords } from './labels';
import { MatterForm } from './MatterForm';
import { NumberLink } from './NumberLink';
import { paperOf } from './papers';
import { useQuotas, useReception, useReceptionFigures, useWrite } from './queries';
import { ReceptionBin } from './ReceptionBin';
import { ReceptionForm } from './ReceptionForm';
import { Tabs } from './Tabs';

type Day = Go.matters.ReceptionDay;
type Filter = Go.matters.ReceptionFilter;

const EVERYTHING: Filter = { span: { from: '', to: '' }, kind: '', headId: '', id: '', deleted: false };

const tone = (day: Day): Tone =>
  day.warnings.length > 0 ? 'warn' : day.state === 'HELD' ? 'good' : day.state === 'CANCELLED' ? 'none' : 'info';
const count = (n: number | undefined) => (n === undefined || n === null ? '' : showNumber(n));

/** Reception days and dialogues of the head: plan, counts, what was announced and published in time. Never who came. */
export function ReceptionPage() {
  const { asOf, can } = useDesk();
  const say = useNotice();
  const [period, setPeriod] = useSessionState('matters.reception.period', periodOf('QUARTER', asOf));
  const [chosen, setChosen] = useSessionState<string | null>('matters.reception.chosen', null);
  const [form, setForm] = useState<Day | 'new' | null>(null);
  const [bin, setBin] = useState(false);
  const [noting, setNoting] = useState<Day | null>(null);
  const [linked, leaveLinked] = useLinkedFilter('matters.reception.linked', EVERYTHING);
  const list = useReception(linked?.filter ?? { ...EVERYTHING, span: periodSpan(period) ?? EVERYTHING.span });
  const quotas = useQuotas(periodOf('MONTH', asOf)).data ?? [];
  const figures = useReceptionFigures(period).data;
  const navigate = useNavigate();
  const restore = useWrite((id: string) => matters.RestoreReceptionDay(id));
  const writes = can('matters.SaveReceptionDay');
  const rows = list.data ?? [];
  const row = rows.find((each) => each.id === chosen);
  useShortcut('ctrl+n', writes && (() => setForm('new')));
  const takeBack = (id: string) =>
    void restore.mutateAsync(id).then(
      () => say.done('Đã lấy lại.'),
      (error: unknown) => say.failed(readFault(error).message),
    );
  const columns: Column<Day>[] = [
    {
      key: 'day',
      title: 'Ngày',
      kind: 'day',
      width: 11,
      render: (d) => dayWords(d.heldOn || d.plannedOn),
      sortBy: (d) => d.heldOn || d.plannedOn,
    },
    {
      key: 'kind',
      title: 'Loại',
      kind: 'text',
      width: 8,
      render: (d) => (
        <>
          {d.kindWord}
          {d.unscheduled && <Second>đột xuất</Second>}
        </>
      ),
      sortBy: (d) => d.kindWord,
    },
    {
      key: 'head',
      title: 'Người chủ trì, nơi',
      kind: 'name',
      render: (d) => (
        <>
          {d.headName}
          <Second>{[d.place, ...d.units.map((each) => each.label)].filter(Boolean).join('; ')}</Second>
        </>
      ),
    },
    {
      key: 'state',
      title: 'Tình trạng',
      kind: 'status',
      width: 15,
      render: (d) => (
        <>
          <StatusTag tone={tone(d)}>{d.stateWord}</StatusTag>
          {d.warnings.map((each) => (
            <Second key={each}>{each}</Second>
          ))}
        </>
      ),
    },
    {
      key: 'visits',
      title: 'Lượt',
      kind: 'number',
      width: 4.5,
      render: (d) => count(d.visits),
      total: (all) => showNumber(all.reduce((n, each) => n + (each.visits ?? 0), 0)),
    },
    {
      key: 'noted',
      title: 'Việc ghi nhận',
      kind: 'number',
      width: 6,
      render: (d) => count(d.noted),
      total: (all) => showNumber(all.reduce((n, each) => n + (each.noted ?? 0), 0)),
    },
    {
      key: 'recorded',
      title: 'Đã vào sổ',
      kind: 'number',
      width: 5.5,
      render: (d) => <NumberLink number={d.recorded} words={`${d.kindWord} ngày ${show(d.heldOn || d.plannedOn)}`} />,
    },
    {
      key: 'published',
      title: 'Công bố kết quả',
      kind: 'day',
      width: 8,
      render: (d) =>
        show(d.publishedOn) || (d.publishBy ? <span className="cn-soft">trước {show(d.publishBy)}</span> : NONE),
    },
  ];
  return (
    <div className="cn-page cn-page-scroll">
      <PageHeader
        tabs={<Tabs />}
        title="Tiếp dân, đối thoại"
        actions={
          <>
            {can('matters.RestoreReceptionDay') && <Button onClick={() => setBin(true)}>Thùng rác</Button>}
            {can('reports.Preview') && (
              <Button onClick={() => void navigate(paperOf('R26', { ky: period }))}>In lịch</Button>
            )}
            {can('reports.Preview') && (
              <Button onClick={() => void navigate(paperOf('R26B', { ky: period }))}>In báo cáo</Button>
            )}
            {writes && (
              <Button type="primary" onClick={() => setForm('new')}>
                Lên lịch
              </Button>
            )}
          </>
        }
      />
      {linked ? (
        <LinkedListBar words={linked.words} onLeave={leaveLinked} />
      ) : (
        <div className="cn-filters">
          <PeriodPicker value={period} onChange={setPeriod} ariaLabel="Kỳ" />
        </div>
      )}
      <DataTable
        label="Lịch tiếp dân, đối thoại"
        counted="ngày"
        fit="content"
        paper={{ said: [linked ? linked.words : periodLabel(period)] }}
        columns={columns}
        rows={rows}
        rowKey={(d) => d.id}
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        selected={chosen}
        onSelect={setChosen}
        onOpen={writes ? setForm : undefined}
        footer={
          <>
            {row && can('matters.Record') && row.state !== 'CANCELLED' && (
              <Button onClick={() => setNoting(row)}>Ghi kiến nghị của ngày {show(row.heldOn || row.plannedOn)}</Button>
            )}
          </>
        }
        empty={
          <EmptyState title="Kỳ này chưa có ngày tiếp dân, đối thoại nào">
            Lên lịch trước; đối thoại phải thông báo trước và công bố kết quả sau.
          </EmptyState>
        }
      />
      <div className="cn-figures">
        <Section title="Còn thiếu so với quy định">
          <dl className="cn-pairs">
            {quotas.map((each) => (
              <div key={each.kind} className="cn-pair">
                <dt>
                  {each.kindWord}, {each.period}
                  <div className="cn-soft cn-small">{each.source}</div>
                </dt>
                <dd>
                  {each.short > 0 ? (
                    <StatusTag tone="warn">Thiếu {each.short}</StatusTag>
                  ) : (
                    <StatusTag tone="good">Đủ</StatusTag>
                  )}
                  <div className="cn-soft cn-small">
                    đã {each.held}, còn lịch {each.planned} / {each.owed}
                  </div>
                </dd>
              </div>
            ))}
          </dl>
        </Section>
        {figures && (
          <Section title={`Cộng ${showPeriod(period)}`}>
            <dl className="cn-pairs">
              <dt>Ngày tiếp dân theo lịch / đột xuất</dt>
              <dd>
                {showNumber(figures.days)} / {showNumber(figures.unscheduled)}
              </dd>
              <dt>Cuộc đối thoại</dt>
              <dd>{showNumber(figures.dialogues)}</dd>
              <dt>Lượt tiếp / việc ghi nhận / giải quyết tại chỗ</dt>
              <dd>
                {showNumber(figures.visits)} / {showNumber(figures.noted)} / {showNumber(figures.settled)}
              </dd>
              <dt>Không tổ chức / chưa ghi nhận</dt>
              <dd>
                {showNumber(figures.notHeld)} / {showNumber(figures.unrecorded)}
              </dd>
              <dt>Kiến nghị vào sổ từ tiếp dân, đối thoại</dt>
              <dd>
                <NumberLink number={figures.matters} words={`Từ tiếp dân, đối thoại, ${showPeriod(period)}`} />
              </dd>
            </dl>
          </Section>
        )}
      </div>
      {form && (
        <ReceptionForm
          day={form === 'new' ? null : form}
          onClose={(saved) => {
            if (saved) setChosen(saved);
            setForm(null);
          }}
          onTakeBack={takeBack}
        />
      )}
      {bin && <ReceptionBin onClose={() => setBin(false)} />}
      {noting && (
        <MatterForm
          onClose={() => setNoting(null)}
          start={{
            receptionId: noting.id,
            origin: noting.kind === 'DOI_THOAI' ? 'DIALOGUE' : 'RECEPTION',
            raisedOn: noting.heldOn || noting.plannedOn,
          }}
        />
      )}
    </div>
  );
}

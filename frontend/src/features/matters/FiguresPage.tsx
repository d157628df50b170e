import './matters.css';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Go } from '../../api/client';
import { EVERY_MATTER } from '../../api/filters';
import { periodSpan } from '../../lib/periods';
import { NONE, showNumber } from '../../lib/text';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import { showPeriod } from '../../pickers/period';
import type { Picked } from '../../pickers/SearchPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { useDesk } from '../../ui/desk';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { CheckInput, ChoiceRow } from '../../ui/inputs';
import { useSessionState } from '../../ui/sessionState';
import { PageHeader, Section } from '../../ui/PageHeader';
import { useShortcut } from '../../ui/useShortcut';
import { LoopSection } from './LoopSection';
import { NumberLink } from './NumberLink';
import { paperOf } from './papers';
import { useFigures, useVocabulary } from './queries';
import { Tabs } from './Tabs';
import { thisYear } from './useMatterFilter';

type Summary = Go.matters.Summary;
type Ageing = Go.matters.Ageing;

const parts: [
  keyof Summary &
    (
      | 'duplicate'
      | 'outside'
      | 'settled'
      | 'explained'
      | 'roadmap'
      | 'working'
      | 'refused'
      | 'waiting'
      | 'late'
      | 'received'
    ),
  string,
  number,
][] = [
  ['received', 'Tiếp nhận', 6],
  ['settled', 'Giải quyết xong', 6.5],
  ['explained', 'Giải trình', 6],
  ['roadmap', 'Có lộ trình', 6],
  ['refused', 'Từ chối', 5.5],
  ['working', 'Đang giải quyết', 6.5],
  ['waiting', 'Chưa trả lời', 6],
  ['late', 'Trễ hạn', 5.5],
  ['duplicate', 'Trùng', 5],
  ['outside', 'Ngoài phạm vi', 6.5],
];

const views = { field: 'Lĩnh vực', body: 'Cơ quan', place: 'Địa bàn', age: 'Tuổi nợ' };
type View = keyof typeof views;

/** Số liệu: what came in and what became of it, by field, body, place and age; every number opens its matters. */
export function FiguresPage() {
  const { asOf, can } = useDesk();
  const navigate = useNavigate();
  const id = useId();
  const words = useVocabulary().data;
  const [period, setPeriod] = useSessionState('matters.figures.period', thisYear(asOf));
  const [unit, setUnit] = useSessionState<Picked | null>('matters.figures.unit', null);
  const [view, setView] = useSessionState<View>('matters.figures.view', 'field');
  const [row, setRow] = useState<string | null>(null);
  const query = useFigures({
    ...EVERY_MATTER,
    span: periodSpan(period) ?? { from: '', to: '' },
    underId: unit?.id ?? '',
  });
  const figures = query.data;
  useShortcut('f5', () => void query.refetch());
  const where = [period === '' ? 'mọi thời gian' : showPeriod(period), unit?.name].filter(Boolean).join(', ');

  const columns: Column<Summary>[] = [
    {
      key: 'name',
      title: views[view],
      kind: 'name',
      width: view === 'place' ? 18 : 14,
      render: (s) => <span style={{ paddingLeft: `${s.depth * 1.2}rem` }}>{s.name || NONE}</span>,
      sortBy: (s) => s.name,
      total: () => 'Tổng cộng',
    },
    ...parts.map(([key, title, width]): Column<Summary> => ({
      key,
      title,
      kind: 'number',
      width,
      render: (s) => <NumberLink number={s[key]} words={`${s.name}: ${title.toLowerCase()}, ${where}`} />,
      sortBy: (s) => s[key].value,
      total: (all) =>
        view === 'body' || !figures ? (
          showNumber(all.reduce((n, each) => n + each[key].value, 0))
        ) : (
          <NumberLink number={figures.total[key]} words={`${title}, ${where}`} />
        ),
    })),
  ];
  const ages: Column<Ageing>[] = [
    {
      key: 'name',
      title: 'Cơ quan',
      kind: 'name',
      render: (a) => a.name,
      sortBy: (a) => a.name,
      total: () => 'Tổng cộng',
    },
    {
      key: 'total',
      title: 'Đang mở',
      kind: 'number',
      width: 6,
      render: (a) => <NumberLink number={a.total} words={`${a.name}: đang mở`} />,
      sortBy: (a) => a.total.value,
      total: (all) => showNumber(all.reduce((n, each) => n + each.total.value, 0)),
    },
    ...(words?.ages ?? []).map((band, at): Column<Ageing> => ({
      key: band.code,
      title: band.word,
      kind: 'number',
      width: 7.5,
      render: (a) =>
        a.bands[at] ? <NumberLink number={a.bands[at]} words={`${a.name}: ${band.word.toLowerCase()}`} /> : NONE,
      sortBy: (a) => a.bands[at]?.value ?? 0,
      total: (all) => showNumber(all.reduce((n, each) => n + (each.bands[at]?.value ?? 0), 0)),
    })),
    {
      key: 'longest',
      title: 'Lâu nhất (ngày LV)',
      kind: 'number',
      width: 8,
      render: (a) => showNumber(a.longest),
      sortBy: (a) => a.longest,
    },
  ];
  const rows = { field: figures?.byField, body: figures?.byBody, place: figures?.byPlace, age: [] }[view] ?? [];
  const empty = <EmptyState title="Không có kiến nghị nào trong kỳ này">Đổi kỳ hoặc địa bàn để xem.</EmptyState>;
  return (
    <div className="cn-page cn-page-scroll">
      <PageHeader
        tabs={<Tabs />}
        title="Số liệu kiến nghị"
        actions={
          can('reports.Preview') && (
            <Button
              onClick={() =>
                void navigate(
                  paperOf(view === 'age' ? 'R14' : 'R13', {
                    ky: period,
                    'don-vi': unit?.id ?? '',
                    'ten-don-vi': unit?.name ?? '',
                  }),
                )
              }
            >
              {view === 'age' ? 'In tuổi nợ' : 'In theo lĩnh vực'}
            </Button>
          )
        }
      />
      <div className="cn-filters">
        <div>
          <label htmlFor={`${id}-p`}>Tiếp nhận trong</label>
          <span className="cn-row">
            {period !== '' && <PeriodPicker id={`${id}-p`} value={period} onChange={setPeriod} />}
            <CheckInput
              value={period === ''}
              label="Mọi thời gian"
              onChange={(on) => setPeriod(on ? '' : thisYear(asOf))}
            />
          </span>
        </div>
        <div>
          <label htmlFor={`${id}-u`}>Thuộc</label>
          <UnitPicker id={`${id}-u`} value={unit} onChange={setUnit} placeholder="Mọi nơi" />
        </div>
      </div>
      {query.error && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      <Section
        title="Bảng tổng hợp"
        flush
        extra={
          <ChoiceRow<View>
            ariaLabel="Xếp theo"
            value={view}
            onChange={setView}
            options={(Object.keys(views) as View[]).map((each) => ({ value: each, label: views[each] }))}
          />
        }
      >
        {view === 'age' ? (
          <DataTable
            key="age"
            label="Tuổi nợ theo cơ quan"
            counted="cơ quan"
            fit="content"
            columns={ages}
            rows={figures?.ageing ?? []}
            rowKey={(a) => a.key}
            loading={query.isPending}
            empty={empty}
            selected={row}
            onSelect={setRow}
          />
        ) : (
          <DataTable
            key={view}
            label={`Kiến nghị theo ${views[view].toLowerCase()}`}
            counted={views[view].toLowerCase()}
            fit="content"
            columns={columns}
            rows={rows}
            rowKey={(s) => [...(s.received.filter.lineIds ?? []), s.key].join('/')}
            loading={query.isPending}
            empty={empty}
            selected={row}
            onSelect={setRow}
          />
        )}
      </Section>
      {figures && <LoopSection loop={figures.loop} where={where} />}
    </div>
  );
}

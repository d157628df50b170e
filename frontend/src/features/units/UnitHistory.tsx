import { show } from '../../lib/dates';
import type { Go } from '../../api/client';
import { DataTable, type Column } from '../../ui/DataTable';
import { Section } from '../../ui/PageHeader';
import { lastDay, showTime } from './labels';

interface Props {
  page: Go.units.Page;
  onEdit?: (version: Go.units.VersionView) => void;
  onChoose: (id: string) => void;
}

const columns: Column<Go.units.VersionView>[] = [
  {
    key: 'from',
    title: 'Từ ngày',
    kind: 'day',
    width: 8,
    render: (v) => <span className="cn-nowrap">{show(v.validFrom) || '–'}</span>,
  },
  {
    key: 'to',
    title: 'Đến hết',
    kind: 'day',
    width: 8,
    render: (v) => <span className="cn-nowrap">{show(lastDay(v.validTo)) || 'nay'}</span>,
  },
  {
    key: 'name',
    title: 'Tên và loại',
    kind: 'name',
    render: (v) => (
      <>
        {v.name}
        {!v.name.toLowerCase().startsWith(v.typeWord) && <span className="cn-soft"> ({v.typeWord})</span>}
      </>
    ),
  },
  { key: 'parent', title: 'Cấp trên', kind: 'name', render: (v) => v.parentName || '–' },
  {
    key: 'source',
    title: 'Căn cứ',
    kind: 'text',
    render: (v) => [v.source, v.endSource && `kết thúc: ${v.endSource}`].filter(Boolean).join('; '),
  },
];

/** What the unit was called and where it stood through time, and who else bore its official code. */
export function UnitHistory({ page, onEdit, onChoose }: Props) {
  return (
    <Section title="Các lần thay đổi" flush>
      <DataTable
        paper={null}
        label="Các lần thay đổi"
        counted="lần ghi"
        columns={columns}
        rows={[...page.versions].reverse()}
        rowKey={(v) => v.id}
        selected={page.current}
        onOpen={onEdit}
        fit="content"
        footer={onEdit && <span className="cn-soft cn-small">Enter trên một dòng để đính chính</span>}
      />
      {page.predecessors.length > 0 && (
        <div className="cn-units-same">
          <p>Mã {page.unit.code} còn là mã của đơn vị khác ở thời gian khác:</p>
          <ul>
            {page.predecessors.map((each) => (
              <li key={each.id}>
                <button type="button" className="cn-link" onClick={() => onChoose(each.id)}>
                  {each.label}
                </button>{' '}
                <span className="cn-soft">({showTime(each.validFrom, each.validTo)})</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

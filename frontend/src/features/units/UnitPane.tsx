import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { units, type Go } from '../../api/client';
import { show } from '../../lib/dates';
import { readFault } from '../../lib/fault';
import { showNumber } from '../../lib/text';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useNotice } from '../../ui/notices';
import { Section } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { CloseForm } from './CloseForm';
import { capital, showTime, standing } from './labels';
import { Links } from './Links';
import { MoveForm } from './MoveForm';
import { useUnit, useUnitAction, useVocabulary } from './queries';
import { UnitForm, type Editing } from './UnitForm';
import { UnitHistory } from './UnitHistory';

/** What other rooms show on a unit's page, under the heading it gives them; handed in by app, since a room never imports a room. */
export type PeopleSlot = (unitId: string, asOf: string, name: string) => ReactNode;

const name: Column<Go.units.Ref> = { key: 'name', title: 'Tên', kind: 'name', render: (unit) => unit.name };
const type: Column<Go.units.Ref> = {
  key: 'type',
  title: 'Loại',
  kind: 'text',
  width: 12,
  render: (unit) => capital(unit.typeWord),
};
const code: Column<Go.units.Ref> = { key: 'code', title: 'Mã', kind: 'symbol', width: 6, render: (unit) => unit.code };

interface Props {
  id: string;
  onChoose: (id: string) => void;
  people?: PeopleSlot;
  /** The year, what is open and what was met, after the people. */
  now?: PeopleSlot;
}

type Open = { form: 'edit'; editing: Editing } | { form: 'move' | 'close' | 'discard' | 'child' } | null;

/** One unit: facts, people, history, what is under it, and what can be done with it. */
export function UnitPane({ id, onChoose, people, now }: Props) {
  const { asOf, can } = useDesk();
  const say = useNotice();
  const unit = useUnit(id, asOf);
  const [open, setOpen] = useState<Open>(null);
  const discard = useUnitAction(units.Discard);
  const takeBack = useUnitAction(units.TakeBack);
  if (unit.error) return <ErrorNotice error={unit.error} onRetry={() => void unit.refetch()} />;
  if (!unit.data || unit.data.unit.id !== id)
    return (
      <p className="cn-empty" role="status">
        Đang tải…
      </p>
    );

  const page = unit.data;
  const { tone, word } = standing(page);
  const current = page.versions.find((each) => each.id === page.current);
  const edits = can('units.Change') && page.deletedAt === '';
  const close = () => setOpen(null);
  const throwAway = async () => {
    await discard(id);
    close();
    say.done(
      `Đã bỏ “${page.unit.name}” vào thùng rác.`,
      () => void takeBack(id).catch((thrown: unknown) => say.failed(readFault(thrown).message)),
    );
    onChoose(page.unit.parentId);
  };
  return (
    <article className="cn-units-pane" aria-label={page.unit.label} tabIndex={-1}>
      <div className="cn-units-title">
        {page.above.length > 0 && (
          <nav aria-label="Cấp trên" className="cn-small">
            {page.above.map((each, nth) => (
              <span key={each.id}>
                {nth > 0 && ' › '}
                <button type="button" className="cn-link" onClick={() => onChoose(each.id)}>
                  {each.name}
                </button>
              </span>
            ))}
          </nav>
        )}
        <h2 className="cn-units-name">
          {page.unit.label} <StatusTag tone={tone}>{word}</StatusTag>
        </h2>
        {edits && (
          <div className="cn-row">
            {current && (
              <Button onClick={() => setOpen({ form: 'edit', editing: { how: 'correct', page, version: current } })}>
                Sửa (đính chính)
              </Button>
            )}
            {current && page.inForce && (
              <Button onClick={() => setOpen({ form: 'edit', editing: { how: 'change', page, version: current } })}>
                Thay đổi từ ngày…
              </Button>
            )}
            {page.inForce && page.unit.parentId !== '' && (
              <Button onClick={() => setOpen({ form: 'move' })}>Chuyển cấp trên…</Button>
            )}
            {page.inForce && page.unit.validTo === '' && (
              <Button onClick={() => setOpen({ form: 'close' })}>Kết thúc…</Button>
            )}
          </div>
        )}
      </div>
      {current && <Facts page={page} version={current} />}
      {people && <Section title="Người phụ trách qua các thời kỳ">{people(id, asOf, page.unit.label)}</Section>}
      {now?.(id, asOf, page.unit.label)}
      <Section
        title={`Đơn vị trực thuộc tính đến ${show(page.day)}`}
        flush
        extra={
          edits &&
          page.inForce && (
            <button type="button" className="cn-link" onClick={() => setOpen({ form: 'child' })}>
              Thêm đơn vị trực thuộc
            </button>
          )
        }
      >
        <DataTable
          paper={{ title: `Đơn vị trực thuộc ${page.unit.label}`, said: [`Tính đến ngày ${show(asOf)}`] }}
          label="Đơn vị trực thuộc"
          counted="đơn vị"
          columns={page.children.some((each) => each.code !== '') ? [name, type, code] : [name, type]}
          rows={page.children}
          rowKey={(each) => each.id}
          onOpen={(each) => onChoose(each.id)}
          fit="content"
          empty={<p className="cn-units-none">Không có đơn vị trực thuộc trong ngày này.</p>}
        />
      </Section>
      <UnitHistory
        page={page}
        onEdit={edits ? (version) => setOpen({ form: 'edit', editing: { how: 'correct', page, version } }) : undefined}
        onChoose={onChoose}
      />
      <Links page={page} onChoose={onChoose} />
      {edits && (
        <div className="cn-row">
          <Button onClick={() => setOpen({ form: 'discard' })}>Bỏ vào thùng rác</Button>
          <span className="cn-soft">chỉ khi đơn vị bị ghi nhầm</span>
        </div>
      )}
      {open?.form === 'edit' && (
        <UnitForm tree={page.unit.tree} editing={open.editing} onClose={close} onSaved={close} />
      )}
      {open?.form === 'child' && <UnitForm tree={page.unit.tree} parentId={id} onClose={close} onSaved={close} />}
      {open?.form === 'move' && <MoveForm page={page} onClose={close} />}
      {open?.form === 'close' && <CloseForm page={page} onClose={close} />}
      {open?.form === 'discard' && (
        <ConfirmDialog
          title={`Bỏ “${page.unit.name}” vào thùng rác?`}
          confirm="Bỏ vào thùng rác"
          danger
          onConfirm={throwAway}
          onCancel={close}
        >
          Dùng khi đơn vị bị ghi nhầm; lấy lại được trong Thùng rác. Nếu đơn vị có thật nhưng đã thôi hoạt động, hãy
          dùng “Kết thúc”.
        </ConfirmDialog>
      )}
    </article>
  );
}

function Facts({ page, version }: { page: Go.units.Page; version: Go.units.VersionView }) {
  const vocabulary = useVocabulary();
  const welfare = vocabulary.data?.welfares.find((each) => each.code === version.welfare)?.word ?? '';
  const lines: [string, ReactNode][] = [
    ['Loại', capital(version.typeWord)],
    ['Mã', version.code],
    ['Tên gọi tắt', version.shortName],
    ['Hiệu lực', showTime(version.validFrom, version.validTo)],
    ['Số hộ', version.households === undefined ? '' : showNumber(version.households)],
    ['Số đảng viên', version.members === undefined ? '' : showNumber(version.members)],
    ['Diện', welfare],
    ['Căn cứ', version.source],
    ['Căn cứ kết thúc', version.endSource],
    ['Ghi chú', page.note],
  ];
  return (
    <dl className="cn-units-facts">
      {lines
        .filter(([, value]) => value !== '')
        .map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

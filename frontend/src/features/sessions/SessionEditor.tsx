import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { sessions } from '../../api/client';
import { renameRows } from '../../lib/fault';
import { useDesk } from '../../ui/desk';
import { DraftBar } from '../../ui/DraftBar';
import { FormFault } from '../../ui/FormFault';
import { FormPage } from '../../ui/FormPage';
import { useNotice } from '../../ui/notices';
import { PageHeader, Section } from '../../ui/PageHeader';
import { KeyHint, StatusTag } from '../../ui/StatusTag';
import { useForm } from '../../ui/useForm';
import { AgendaGrid } from './AgendaGrid';
import { TONES, type Words } from './labels';
import { PeopleGrid } from './PeopleGrid';
import { useRefresh, type Line, type View } from './queries';
import { SessionHead } from './SessionHead';
import { SessionTabs } from './SessionTabs';
import { adopt, itemsOf, peopleOf, startValues, toInput, type SessionValues } from './sessionValues';

interface Props {
  view: View | null;
  words: Words;
  catalog: Line[];
}

/** The month before the session: what its papers most likely report on. */
const monthBefore = (day: string, today: string) => {
  const [year = 0, month = 1] = (day || today).split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
};

/** A session as it is prepared: facts, agenda with papers, participants. Ctrl+S saves all of it. */
export function SessionEditor({ view, words, catalog }: Props) {
  const navigate = useNavigate();
  const say = useNotice();
  const refresh = useRefresh();
  const { can, today } = useDesk();
  const [began] = useState(() => startValues(view));
  const id = view?.id ?? '';
  const readOnly = !can('sessions.Save');
  const form = useForm<SessionValues, View>({
    draftKey: readOnly ? undefined : `sessions.${id || 'new'}`,
    initial: began,
    save: (v) =>
      sessions.Save(toInput(id, v)).catch((thrown: unknown) => {
        throw renameRows(renameRows(thrown, 'items', itemsOf(v), v.items), 'people', peopleOf(v), v.people);
      }),
  });
  const { values } = form;
  const setItems = useCallback((items: SessionValues['items']) => form.set('items', items), [form.set]); // eslint-disable-line react-hooks/exhaustive-deps
  const setPeople = useCallback((people: SessionValues['people']) => form.set('people', people), [form.set]); // eslint-disable-line react-hooks/exhaustive-deps
  const setReason = useCallback((code: string) => form.set('guardReason', code), [form.set]); // eslint-disable-line react-hooks/exhaustive-deps
  const save = async () => {
    const saved = await form.submit();
    if (!saved) return;
    form.reset(adopt(form.latest(), saved));
    refresh();
    say.done('Đã lưu phiên họp.');
    if (id === '') void navigate(`/phien-hop/${saved.id}`, { replace: true });
  };
  const held = values.state === 'da_hop';
  return (
    <FormPage form={form} save={readOnly ? undefined : () => void save()}>
      <PageHeader
        tabs={id !== '' && <SessionTabs id={id} />}
        title={view ? view.title : 'Lập phiên họp'}
        back={{ label: 'Danh sách phiên họp', onClick: () => void navigate('/phien-hop') }}
        sub={
          <>
            {view && <StatusTag tone={TONES[view.state] ?? 'none'}>{view.stateWord}</StatusTag>}
            {!readOnly && (
              <>
                {' '}
                <KeyHint keys="Ctrl+S" /> lưu{form.touched && ' · có thay đổi chưa lưu'}
              </>
            )}
          </>
        }
        actions={
          !readOnly && (
            <Button type="primary" data-save loading={form.busy} onClick={() => void save()}>
              Lưu
            </Button>
          )
        }
      />
      <DraftBar form={form} />
      <FormFault form={form} />
      <Section title="Phiên họp">
        <SessionHead form={form} words={words} readOnly={readOnly} />
      </Section>
      <Section title="Chương trình và tài liệu">
        {form.errors.items && (
          <div className="cn-field-error" role="alert">
            {form.errors.items}
          </div>
        )}
        <AgendaGrid
          rows={values.items}
          onChange={setItems}
          errors={form.errors}
          start={values.startTime}
          day={values.day}
          held={held}
          catalog={catalog}
          period={monthBefore(values.day, today)}
          reason={values.guardReason}
          onReason={setReason}
          readOnly={readOnly}
        />
      </Section>
      <Section title="Thành phần dự họp">
        {form.errors.people && (
          <div className="cn-field-error" role="alert">
            {form.errors.people}
          </div>
        )}
        {id === '' && values.people.length === 0 && (
          <p className="cn-soft">Để trống thì khi lưu, thành viên được lấy theo mục Cán bộ, đúng ngày họp.</p>
        )}
        <PeopleGrid
          rows={values.people}
          onChange={setPeople}
          errors={form.errors}
          body={values.body}
          day={values.day}
          held={held}
          words={words}
          readOnly={readOnly}
        />
      </Section>
    </FormPage>
  );
}

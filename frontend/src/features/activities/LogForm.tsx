import './activities.css';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { DateField } from '../../pickers/DateField';
import { GuardedText } from '../../pickers/GuardedText';
import { GuardReason } from '../../pickers/GuardReason';
import { UnitsPicker } from '../../pickers/UnitPicker';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { ChoiceInput, ChoiceRow, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { NumberInput } from '../../ui/NumberInput';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { AttendanceRows } from './AttendanceRows';
import type { OpinionPart } from './opinions';
import { blankLog, dayOfLog, expectedRows, speakers, toInput, untouched, type LogValues } from './formValues';
import { useFirstGap } from './useFirstGap';
import { useDelete, usePrefill, useRestore, useSaveMeeting, useWords, type Entry } from './queries';
import { AdviceRows, ConveyedRows } from './TextRows';

interface Props {
  initial: LogValues;
  /** With the record that was saved, if any. */
  onClose: (saved?: string) => void;
  /** Opens the next record to fill in; false when there is none, then the form starts afresh. */
  onNext?: () => boolean;
  /** Lets opinions of the place be noted on the same screen. */
  opinions?: OpinionPart;
}

/** One screen for the whole log of a meeting or visit, in the order of the paper form. */
export function LogForm({ initial, onClose, onNext, opinions }: Props) {
  const { today, can } = useDesk();
  const say = useNotice();
  const words = useWords().data;
  const save = useSaveMeeting();
  const remove = useDelete();
  const restore = useRestore();
  const [asking, setAsking] = useState(false);
  const form = useForm({
    draftKey: `activities.${initial.id || 'new'}`,
    initial,
    check: (v): FieldErrors => ({
      ...(v.kind ? {} : { kind: 'Hãy chọn loại cuộc họp.' }),
      ...(v.state !== 'HELD' && v.plannedOn === '' ? { plannedOn: 'Hãy nhập ngày dự kiến.' } : {}),
      ...(v.hostIds.length > 0 ? {} : { hostIds: 'Hãy chọn nơi họp.' }),
      ...(v.state === 'HELD' ? opinions?.check(v.opinions, v.hostIds) : {}),
    }),
    save: (v, accepted) => saveAll(v, accepted),
  });
  const { values, set, errors } = form;
  // The meeting first, then its opinions; should one be refused, the form goes on with the stored meeting and what is left.
  const saveAll = async (v: LogValues, accepted: string[]) => {
    const saved = await save.mutateAsync(toInput(v));
    if (!opinions || v.state !== 'HELD' || v.opinions.length === 0) return saved;
    const { notices, left, error } = await opinions.record(v.opinions, saved.entry, accepted);
    if (error !== null) {
      set('id', saved.entry.id);
      set('opinions', left);
      throw error;
    }
    return { ...saved, notices: [...saved.notices, ...notices] };
  };
  const held = values.state === 'HELD';
  const day = dayOfLog(values);
  const prefill = usePrefill(
    values.hostIds.map((each) => each.id),
    day,
  ).data;
  const [asked, setAsked] = useState(
    initial.attendances.length > 0 ? initial.hostIds.map((each) => each.id).join() : '',
  );
  const hosts = values.hostIds.map((each) => each.id).join();

  // Whoever is in charge of the chosen hosts is expected; once something is said about attendance the rows stay as they are.
  useEffect(() => {
    if (
      !prefill ||
      hosts === asked ||
      prefill.hosts.map((each) => each.id).join() !== hosts ||
      !untouched(values.attendances)
    )
      return;
    setAsked(hosts);
    set('attendances', expectedRows(prefill.expected));
  }, [prefill, hosts, asked, values.attendances, set]);

  useFirstGap(initial.id === '' && initial.kind !== '', values.hostIds.length, values.attendances.length);

  const told = ({ entry, notices }: { entry: Entry; notices: string[] }) =>
    say.done(
      ['Đã lưu.', ...notices].join(' '),
      initial.id === '' && values.opinions.length === 0 ? () => remove.mutateAsync(entry.id) : undefined,
    );
  const drop = async () => {
    setAsking(false);
    try {
      await remove.mutateAsync(initial.id);
      say.done(
        'Đã bỏ vào thùng rác.',
        () =>
          void restore.mutateAsync(initial.id).then(
            () => say.done('Đã lấy lại.'),
            (error: Error) => say.failed(error.message),
          ),
      );
      onClose();
    } catch (error) {
      say.failed((error as Error).message);
    }
  };

  // One reason holds for every text of the log; it is given where marked text stands.
  const kept = { reason: values.guardReason, onReason: (code: string) => set('guardReason', code) };
  if (!words) return null;
  return (
    <FormDrawer
      title={initial.id ? 'Ghi nhật ký cuộc họp' : 'Ghi cuộc họp, chuyến đi cơ sở'}
      wide
      form={form}
      onClose={onClose}
      onSaved={(saved) => {
        told(saved);
        onClose(saved.entry.id);
      }}
      onNext={(saved) => {
        told(saved);
        const { kind, heldOn, state, plannedOn } = form.latest();
        if (!onNext?.())
          form.reset(blankLog(today, { kind, heldOn, state, plannedOn: state === 'HELD' ? '' : plannedOn }));
        setAsked('');
      }}
    >
      <Field form={form} name="kind" label="Loại cuộc họp" required>
        {(p) => <ChoiceInput {...p} options={words.kinds.map((each) => ({ value: each.code, label: each.word }))} />}
      </Field>
      <Field form={form} name="hostIds" label="Nơi họp (một hoặc nhiều đơn vị)" required>
        {(p) => <UnitsPicker adds {...p} asOf={day} />}
      </Field>
      {prefill && prefill.closed.length > 0 && (
        <p className="cn-field-error" role="status">
          Không hoạt động vào ngày này: {prefill.closed.join('; ')}.
        </p>
      )}
      <Field form={form} name="state" label="Tình trạng">
        {(p) => (
          <ChoiceRow
            {...p}
            onChange={(state) => {
              p.onChange(state);
              // A meeting that is not held yet is planned for the day that stands there, until another is typed.
              if (state !== 'HELD' && values.plannedOn === '') set('plannedOn', values.heldOn);
            }}
            options={words.states.map((each) => ({ value: each.code, label: each.word }))}
          />
        )}
      </Field>
      <FieldRow>
        {held ? (
          <Field form={form} name="heldOn" label="Ngày họp" required>
            {(p) => <DateField {...p} today={today} />}
          </Field>
        ) : (
          <Field form={form} name="plannedOn" label="Ngày dự kiến" required>
            {(p) => <DateField {...p} today={today} />}
          </Field>
        )}
        <Field form={form} name="plannedTime" label="Giờ (nếu có)">
          {(p) => <TextInput {...p} placeholder="ví dụ: 19h30" />}
        </Field>
        {values.state === 'POSTPONED' && (
          <Field form={form} name="postponedTo" label="Dời đến ngày">
            {(p) => <DateField {...p} today={today} placeholder="chưa ấn định" />}
          </Field>
        )}
      </FieldRow>
      {!held && values.state !== 'PLANNED' && (
        <Field form={form} name="stateReason" label="Lý do" required={values.state === 'SUSPENDED'}>
          {(p) => <TextInput {...p} />}
        </Field>
      )}
      <fieldset className="cn-part">
        <legend>{held ? 'Cán bộ dự' : 'Cán bộ được mời'}</legend>
        <AttendanceRows
          rows={values.attendances}
          onChange={(rows) => set('attendances', rows)}
          errors={errors}
          results={words.results}
          day={day}
          held={held}
          focusFirst={initial.attendances.length > 0}
        />
      </fieldset>
      {held && (
        <>
          <FieldRow>
            <Field form={form} name="present" label="Có mặt">
              {(p) => <NumberInput {...p} unit="người" />}
            </Field>
            <Field form={form} name="total" label="Tổng số">
              {(p) => <NumberInput {...p} unit="người" />}
            </Field>
          </FieldRow>
          <fieldset className="cn-part">
            <legend>Góp ý của cán bộ</legend>
            <AdviceRows
              rows={values.contributions}
              onChange={(rows) => set('contributions', rows)}
              errors={errors}
              words={words}
              speakers={speakers(values)}
              {...kept}
            />
          </fieldset>
          <fieldset className="cn-part">
            <legend>Truyền đạt, quán triệt</legend>
            <ConveyedRows rows={values.topics} onChange={(rows) => set('topics', rows)} errors={errors} {...kept} />
          </fieldset>
          {opinions && (
            <fieldset className="cn-part">
              <legend>Ý kiến, kiến nghị của cơ sở</legend>
              <opinions.Rows
                rows={values.opinions}
                onChange={(rows) => set('opinions', rows)}
                errors={errors}
                hosts={values.hostIds}
                day={day}
                meetingId={values.id}
              />
            </fieldset>
          )}
        </>
      )}
      <Field
        form={form}
        name="note"
        label="Ghi chú"
        hint="Ghi việc và địa bàn, không ghi họ tên hay thông tin riêng của người dân."
      >
        {(p) => <GuardedText phrases="nhat_ky" {...p} rows={3} {...kept} />}
      </Field>
      <FieldRow>
        <Field form={form} name="place" label="Địa điểm">
          {(p) => <TextInput {...p} />}
        </Field>
        <Field form={form} name="papersSentOn" label="Ngày gửi tài liệu">
          {(p) => <DateField {...p} today={today} placeholder="chưa ghi" />}
        </Field>
        <Field form={form} name="papersCount" label="Số tài liệu">
          {(p) => <NumberInput {...p} />}
        </Field>
      </FieldRow>
      {(errors.guardReason || values.guardReason !== '') && (
        <Field form={form} name="guardReason" label="Lý do giữ nguyên chữ được nhắc">
          {(p) => <GuardReason {...p} />}
        </Field>
      )}
      {initial.id && can('activities.Delete') && (
        <div>
          <Button danger onClick={() => setAsking(true)}>
            Bỏ vào thùng rác
          </Button>
        </div>
      )}
      {asking && (
        <ConfirmDialog
          title="Bỏ bản ghi này vào thùng rác?"
          confirm="Bỏ vào thùng rác"
          onCancel={() => setAsking(false)}
          onConfirm={() => void drop()}
        >
          Bản ghi không còn được tính và có thể lấy lại bằng “Hoàn tác”.
        </ConfirmDialog>
      )}
    </FormDrawer>
  );
}

import { Button } from 'antd';
import { useId, useState } from 'react';
import type { Go } from '../../api/client';
import { fold, showNumber } from '../../lib/text';
import type { Picked } from '../../pickers/SearchPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { CheckInput, ChoiceInput, ChoiceRow, TextInput } from '../../ui/inputs';
import { useTypedAct } from '../../ui/typed';
import { useBatchPlaces } from './batchQueries';
import type { Choice } from './queries';

/** What comes out: one file for the printer, or a file for each place. */
const OUT = [
  { value: 'mot', label: 'Một tệp PDF để in' },
  { value: 'pdf', label: 'Mỗi tờ một tệp PDF (.zip)' },
  { value: 'docx', label: 'Mỗi tờ một tệp Word (.zip)' },
];

/** More lines than this are not drawn; the field above finds the others. */
const MOST = 300;

interface Props {
  choice: Choice;
  busy: boolean;
  onStart: (input: Go.issuing.BatchInput) => void;
  onClose: () => void;
}

/** What to go through: the kind, the places with their ticks, and what is to come out. */
export function BatchChoice({ choice, busy, onStart, onClose }: Props) {
  const id = useId();
  const [each, setEach] = useState('');
  const [under, setUnder] = useState<Picked | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [find, setFind] = useState('');
  const [out, setOut] = useState('mot');
  const [skip, setSkip] = useState(true);
  const [front, setFront] = useState<boolean | null>(null);
  const list = useBatchPlaces({ input: choice, each, underId: under?.id ?? '' } as Go.issuing.BatchAsk);
  const places = list.data?.places ?? [];
  const ticked = places.filter((place) => !left.has(place.id));
  const found = places.filter((place) => fold(place.label).includes(fold(find)));
  const frontSide = front ?? list.data?.frontSide ?? false;
  const shownEach = list.data?.each ?? '';
  const tick = (ids: string[], on: boolean) =>
    setLeft((before) => {
      const after = new Set(before);
      for (const one of ids)
        if (on) after.delete(one);
        else after.add(one);
      return after;
    });
  const start = useTypedAct(() =>
    onStart({
      input: choice,
      each: shownEach,
      underId: under?.id ?? '',
      ids: ticked.length === places.length ? [] : ticked.map((place) => place.id),
      format: out === 'docx' ? 'docx' : 'pdf',
      separate: out !== 'mot',
      skipEmpty: skip,
      frontSide,
    } as Go.issuing.BatchInput),
  );
  return (
    <>
      <div className="cn-sheet-body">
        {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
        {list.data && list.data.kinds.length === 0 && (
          <p role="status">Trong kỳ này không có nơi nào, cán bộ nào để in. Hãy chọn kỳ khác.</p>
        )}
        <div className="cn-batch-fields">
          <div>
            <label htmlFor={`${id}-e`}>In cho</label>
            <ChoiceInput
              id={`${id}-e`}
              value={shownEach}
              onChange={setEach}
              options={(list.data?.kinds ?? []).map((kind) => ({
                value: kind.each,
                label: `${kind.word} (${showNumber(kind.count)})`,
              }))}
            />
          </div>
          <div>
            <label htmlFor={`${id}-u`}>Thuộc</label>
            <UnitPicker id={`${id}-u`} value={under} onChange={setUnder} placeholder="Toàn cơ quan" />
          </div>
        </div>
        <div className="cn-batch-fields">
          <div>
            <label htmlFor={`${id}-q`}>Tìm trong danh sách</label>
            <TextInput id={`${id}-q`} value={find} onChange={setFind} placeholder="Gõ vài chữ, không cần dấu" />
          </div>
          <div className="cn-row">
            <Button
              onClick={() =>
                tick(
                  found.map((place) => place.id),
                  true,
                )
              }
            >
              Chọn hết
            </Button>
            <Button
              onClick={() =>
                tick(
                  found.map((place) => place.id),
                  false,
                )
              }
            >
              Bỏ chọn hết
            </Button>
          </div>
        </div>
        <div className="cn-batch-list" role="group" aria-label="Danh sách sẽ in" tabIndex={0}>
          {found.slice(0, MOST).map((place) => (
            <CheckInput
              key={place.id}
              value={!left.has(place.id)}
              onChange={(on) => tick([place.id], on)}
              label={place.label}
            />
          ))}
          {found.length > MOST && (
            <p className="cn-soft">
              Còn {showNumber(found.length - MOST)} dòng khác, vẫn được in nếu không bỏ chọn; gõ tên để tìm.
            </p>
          )}
          {list.data && found.length === 0 && <p className="cn-soft">Không có dòng nào như vậy.</p>}
        </div>
        <ChoiceRow ariaLabel="Kết quả" value={out} onChange={setOut} options={OUT} />
        <div className="cn-choices">
          <CheckInput value={skip} onChange={setSkip} label="Bỏ qua tờ không có nội dung" />
          {out === 'mot' && (
            <CheckInput value={frontSide} onChange={setFront} label="In hai mặt: mỗi tờ bắt đầu ở mặt trước" />
          )}
        </div>
      </div>
      <div className="cn-sheet-foot">
        <span role="status">
          Sẽ in {showNumber(ticked.length)} trong {showNumber(places.length)} tờ
        </span>
        <span className="cn-row">
          <Button onClick={onClose}>Quay lại</Button>
          <Button type="primary" loading={busy} disabled={ticked.length === 0} onClick={start}>
            Bắt đầu in
          </Button>
        </span>
      </div>
    </>
  );
}

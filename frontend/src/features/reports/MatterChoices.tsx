import { useId } from 'react';
import { matters } from '../../api/client';
import { rank } from '../../lib/text';
import { SearchPicker } from '../../pickers/SearchPicker';
import { ChoiceInput } from '../../ui/inputs';
import { SIGNERS } from './labels';
import type { MatterChoice } from './useMatterChoice';

const SHOWN = 20;

interface Props {
  takes: string[];
  period: string;
  chosen: MatterChoice;
  change: (part: Partial<MatterChoice>) => void;
}

/** The fields of the papers on opinions and proposals; only those the paper takes are there. */
export function MatterChoices({ takes, period, chosen, change }: Props) {
  const id = useId();
  const bodies = async (text: string) =>
    (await matters.Bodies({ text, deleted: false }))
      .slice(0, SHOWN)
      .map((each) => ({ id: each.id, name: each.name, note: each.levelWord }));
  const letters = async (text: string) =>
    (await matters.Letters(chosen.body?.id ?? '', period))
      .map((each) => ({ id: each.id, name: each.number, note: `${each.body}, ${each.matters} kiến nghị` }))
      .filter((each) => text === '' || rank(`${each.name} ${each.note}`, text) >= 0)
      .slice(0, SHOWN);
  const found = async (text: string) =>
    text.trim() === ''
      ? []
      : (await matters.Search(text))
          .slice(0, SHOWN)
          .map((each) => ({ id: each.id, name: `${each.no} – ${each.summary}`, note: each.place }));
  return (
    <>
      {takes.includes('body') && (
        <div className="cn-report-wide" data-choice="co-quan">
          <label htmlFor={`${id}-b`}>Cơ quan</label>
          <SearchPicker
            id={`${id}-b`}
            value={chosen.body}
            onChange={(body) => change({ body, letter: null })}
            search={bodies}
            placeholder="Gõ tên cơ quan"
            nothing="Chưa có cơ quan này trong danh bạ."
          />
        </div>
      )}
      {takes.includes('letter') && (
        <div className="cn-report-wide">
          <label htmlFor={`${id}-l`}>Văn bản chuyển</label>
          <SearchPicker
            id={`${id}-l`}
            value={chosen.letter}
            onChange={(letter) => change({ letter })}
            search={letters}
            placeholder="Mới nhất trong kỳ"
            nothing="Không có văn bản chuyển nào trong kỳ."
          />
        </div>
      )}
      {takes.includes('matter') && (
        <div className="cn-report-wide">
          <label htmlFor={`${id}-m`}>Kiến nghị</label>
          <SearchPicker
            id={`${id}-m`}
            value={chosen.matter}
            onChange={(matter) => change({ matter })}
            search={found}
            placeholder="Mọi kiến nghị trong kỳ"
            nothing="Gõ số (128/2026) hoặc vài chữ của nội dung."
          />
        </div>
      )}
      {takes.includes('signer') && (
        <div>
          <label htmlFor={`${id}-s`}>Người ký</label>
          <ChoiceInput
            id={`${id}-s`}
            value={chosen.signer}
            onChange={(signer) => change({ signer })}
            options={SIGNERS}
            placeholder="Theo mẫu văn bản"
          />
        </div>
      )}
    </>
  );
}

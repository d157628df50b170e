import type { ComponentType } from 'react';
import type { Picked } from '../../pickers/SearchPicker';
import type { Entry } from './queries';

/** One opinion of the place while it is typed; what it holds is the business of the room that keeps it. */
export type OpinionDraft = object;

export interface OpinionRowsProps {
  rows: OpinionDraft[];
  onChange: (rows: OpinionDraft[]) => void;
  /** By names like "opinions.0.summary". */
  errors: Record<string, string>;
  hosts: Picked[];
  day: string;
  /** The meeting, once it is stored: what was noted of it before is shown. */
  meetingId: string;
}

/** How another room lets opinions be noted inside the log form; the program puts the two together. */
export interface OpinionPart {
  Rows: ComponentType<OpinionRowsProps>;
  /** What is missing, by names like "opinions.0.summary". */
  check: (rows: OpinionDraft[], hosts: Picked[]) => Record<string, string>;
  /** Stores them with the meeting. `left` are those not stored, because of `error`, whose fields are named as above; it may ask, see useForm. */
  record: (
    rows: OpinionDraft[],
    meeting: Entry,
    accepted: string[],
  ) => Promise<{ notices: string[]; left: OpinionDraft[]; error: unknown }>;
}

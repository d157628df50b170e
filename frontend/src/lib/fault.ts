/** An error as Go says it (package fault): a code for us, a Vietnamese sentence for the person, messages for fields. */
export interface Fault {
  code: string;
  message: string;
  fields: Record<string, string>;
  /** Number under which the log keeps the details; empty when there is nothing to look up. */
  id: string;
  /** What is to be accepted first, when nothing is wrong but it cannot be undone. */
  questions?: string[];
}

/** What src/api throws. Anything else that is thrown is a defect of ours and is shown as an internal error. */
export class AppError extends Error implements Fault {
  readonly code: string;
  readonly fields: Record<string, string>;
  readonly id: string;
  readonly questions?: string[];

  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'AppError';
    this.code = fault.code;
    this.fields = fault.fields;
    this.id = fault.id;
    this.questions = fault.questions;
  }
}

const unknown = 'Không thực hiện được do lỗi của chương trình.';

/** Reads whatever was thrown as a fault; never throws itself. */
export function readFault(error: unknown): Fault {
  if (error instanceof AppError) return error;
  const parsed = typeof error === 'string' ? parse(error) : error;
  if (parsed !== null && typeof parsed === 'object') {
    const { code, message, fields, id, questions } = parsed as Partial<Fault>;
    if (typeof code === 'string' && typeof message === 'string') {
      return { code, message, fields: fields ?? {}, id: id ?? '', questions };
    }
  }
  return { code: 'internal', message: unknown, fields: {}, id: '' };
}

/** The same fault with its fields named as the screen has them. */
export function renameFields(thrown: unknown, rename: (name: string) => string): AppError {
  const fault = readFault(thrown);
  const fields = Object.entries(fault.fields).map(([name, text]) => [rename(name), text]);
  return new AppError({ ...fault, fields: Object.fromEntries(fields) as Record<string, string> });
}

/** Go counts only the rows it was given, `sent`; the screen counts all of them: "items.1.title" may be its "items.2.title". */
export function renameRows(thrown: unknown, list: string, sent: object[], all: object[]): AppError {
  const place = (name: string, count: string) => {
    const at = all.indexOf(sent[Number(count)]!);
    return at < 0 ? name : name.replace(`.${count}`, `.${at}`);
  };
  return renameFields(thrown, (name) => {
    const found = new RegExp(`^${list}\\.(\\d+)`).exec(name);
    return found ? place(name, found[1]!) : name;
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

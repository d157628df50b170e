import { AppError, readFault } from './fault';

type Fault = ReturnType<typeof readFault>;

/** A refused sheet may have a wrong cell in every row: the first three are said, the rest stand in their cells. */
export function shortRefusal(fault: Fault): AppError {
  const said = Object.values(fault.fields);
  return new AppError(
    said.length === 0 || (said.length <= 3 && fault.message !== '')
      ? fault
      : { ...fault, message: `Còn ${said.length} ô cần sửa, viền đỏ trong bảng. ${said.slice(0, 3).join(' ')}` },
  );
}

/** Cells that could not be read at all, before anything was sent. */
export const unreadableCells = (wrong: Record<string, string>) =>
  shortRefusal({ code: 'invalid', message: '', fields: wrong, id: '' });

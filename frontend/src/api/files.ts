import { app } from './client';
import { AppError, readFault } from '../lib/fault';

/** Address of a file that a call produced, for previews. */
export function fileAddress(token: string): string {
  return `/files/${encodeURIComponent(token)}`;
}

/** What became of a file that was to leave the program. */
export interface FileOutcome {
  /** False when the person closed the dialog without choosing: nothing to say then. */
  done: boolean;
  path: string;
}

/** Asks where to keep a copy (in the browser preview: downloads it). An empty name keeps the file's own. */
export async function saveFile(token: string, name = ''): Promise<FileOutcome> {
  return finish(await app.SaveFile(token, name));
}

/** Opens the file in the program the system has for it. */
export async function openFile(token: string, name = ''): Promise<FileOutcome> {
  return finish(await app.OpenFile(token, name));
}

/** Sends a paper to the printer of the office. */
export async function printFile(token: string, name = ''): Promise<FileOutcome> {
  return finish(await app.PrintFile(token, name));
}

/** In the browser preview there is no window to do it: the page fetches the address itself. */
function finish({ done, path, url }: { done: boolean; path: string; url: string }): FileOutcome {
  if (url !== '') {
    const link = document.createElement('a');
    link.href = url;
    link.target = '_blank';
    link.rel = 'noopener';
    document.body.append(link);
    link.click();
    link.remove();
  }
  return { done, path };
}

/** Gives Go a file the person chose or dropped; the token goes into the call that reads it. */
export async function giveFile(file: File): Promise<{ token: string; name: string; size: number }> {
  // The bytes, never the File itself: the window's web view on Linux dies when a request body is a Blob.
  const body = await file.arrayBuffer().catch(() => null);
  const response = body
    ? await fetch(`/files/?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/octet-stream' },
      }).catch(() => null)
    : null;
  const answer = response
    ? ((await response.json().catch(() => null)) as {
        token?: string;
        name?: string;
        size?: number;
        error?: string;
      } | null)
    : null;
  if (answer?.token === undefined) {
    throw new AppError(
      answer?.error
        ? readFault(answer.error)
        : {
            code: 'invalid',
            message: 'Chưa đọc được tệp. Hãy đóng tệp ở chương trình khác rồi chọn lại.',
            fields: {},
            id: '',
          },
    );
  }
  return { token: answer.token, name: answer.name ?? file.name, size: answer.size ?? file.size };
}

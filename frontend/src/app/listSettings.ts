import { desk, readFault } from '../api/client';
import { keepState, type Keeper } from '../ui/sessionState';

/** Milliseconds without a further change after which what a person set on a list is stored. */
const REST = 400;

/** Stores it in Go, a little later; what cannot be stored is said and stays for this run. */
function keeper(failed: (message: string) => void): Keeper {
  let timer = 0;
  return {
    save(all) {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        desk.SaveListSettings(JSON.stringify(all)).catch((thrown: unknown) => failed(readFault(thrown).message));
      }, REST);
    },
    stop: () => window.clearTimeout(timer),
  };
}

/** Gives the person signed in their lists as they left them. What cannot be read is said, and the lists are as usual. */
export async function loadListSettings(failed: (message: string) => void): Promise<true> {
  try {
    keepState(JSON.parse(await desk.ListSettings()) as Record<string, unknown>, keeper(failed));
  } catch (thrown) {
    keepState({}, null);
    failed(readFault(thrown).message);
  }
  return true;
}

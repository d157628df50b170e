import { AppError, readFault } from '../lib/fault';

type Calls = Record<string, (...args: never[]) => Promise<unknown>>;

/**
 * Wraps the generated calls of a package: whatever Go refuses arrives as an AppError, and a missing list
 * never happens (Go answers empty ones). Types stay those of the generated code.
 */
export function wrapCalls<T extends object>(calls: T): T {
  const out: Record<string, unknown> = {};
  for (const [name, call] of Object.entries(calls as unknown as Calls)) {
    out[name] = async (...args: never[]) => {
      try {
        return await call(...args);
      } catch (thrown) {
        const fault = new AppError(readFault(thrown));
        if (fault.code === 'signed_out') for (const told of listeners) told();
        throw fault;
      }
    };
  }
  return out as T;
}

const listeners = new Set<() => void>();

/** Called when Go says that nobody is signed in (any more); gives the function that stops it. */
export function onSignedOut(told: () => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}

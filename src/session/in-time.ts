/** Waiting for a backend, and no longer than that. */
import { AdapterFault } from '../adapters/adapter.js';

/** Settles with a promise, or as a fault when it takes more than so many milliseconds or the signal ends it. */
export function inTime<T>(promise: Promise<T>, deadline: number, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const give = (fault: AdapterFault): void => reject(fault);
    const stopped = (): void => give(new AdapterFault('unavailable', { outcome: 'unknown' }));
    const timer = setTimeout(() => give(new AdapterFault('timeout', { outcome: 'unknown' })), deadline);
    if (signal.aborted) stopped();
    signal.addEventListener('abort', stopped, { once: true });
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stopped);
    });
  });
}

/** What a browser's storage throws, as a fault. */
import { AdapterFault, type FaultCode } from '../adapter.js';

const codes: Readonly<Record<string, readonly [FaultCode, string?]>> = {
  QuotaExceededError: ['storage-full'],
  SecurityError: ['storage-blocked', 'The browser does not let this page store anything.'],
  InvalidStateError: ['storage-blocked'],
  NotFoundError: ['storage-blocked'],
  VersionError: ['unsupported', 'The database belongs to a later version of Stepwright.'],
  DataCloneError: ['malformed'],
  DataError: ['malformed'],
};

export function faultOf(cause: unknown, outcome: AdapterFault['outcome']): AdapterFault {
  if (cause instanceof AdapterFault) return cause;
  const error = cause as Partial<Error> | undefined;
  const [code, message = error?.message] = codes[error?.name ?? ''] ?? ['internal'];
  return new AdapterFault(code, { outcome, cause, ...(message !== undefined && { message }) });
}

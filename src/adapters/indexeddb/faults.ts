/** What a browser's storage throws, as a fault. */
import { AdapterFault, type FaultCode } from '../adapter.js';

const codes: Readonly<Record<string, FaultCode>> = {
  QuotaExceededError: 'storage-full',
  SecurityError: 'storage-blocked',
  InvalidStateError: 'storage-blocked',
  NotFoundError: 'storage-blocked',
  /** The database belongs to a later version. */
  VersionError: 'unsupported',
  DataCloneError: 'malformed',
  DataError: 'malformed',
};

export function faultOf(cause: unknown, outcome: AdapterFault['outcome']): AdapterFault {
  if (cause instanceof AdapterFault) return cause;
  const { name, message } = cause as Error;
  return new AdapterFault(codes[name] ?? 'internal', { outcome, cause, message });
}

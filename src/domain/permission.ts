/** Which permissions each command asks for. Roles of sign-offs come on top (`signoff.ts`). */
import type { CommandType, Refusal } from './command.js';
import type { Permission, Person } from './run.js';

export const permissionsFor: Readonly<Record<CommandType, readonly Permission[]>> = {
  'start-step': ['execute'],
  'check-in': ['execute'],
  'check-out': ['execute'],
  'set-value': ['execute'],
  'clear-value': ['execute'],
  'mark-not-applicable': ['execute'],
  'accept-deviation': ['accept-deviation'],
  'attach-file': ['execute'],
  'remove-file': ['execute'],
  sign: ['sign'],
  'install-part': ['execute'],
  'uninstall-part': ['execute'],
  'except-requirement': ['except-requirement'],
  'complete-step': ['execute'],
  'fail-step': ['execute'],
  'hold-step': ['execute'],
  'resume-step': ['execute'],
  'reopen-step': ['manage-step'],
  'duplicate-step': ['manage-step'],
  'cancel-step': ['manage-step'],
  'restore-step': ['manage-step'],
  comment: ['comment'],
  'open-issue': ['open-issue'],
  'disposition-issue': ['manage-issue'],
  'advance-issue': ['manage-issue'],
  'resolve-issue': ['manage-issue'],
  'reopen-issue': ['manage-issue'],
  'link-issue': ['open-issue'],
  'propose-redline': ['create-redline', 'update-redline'],
  'approve-redline': ['update-redline'],
  'reject-redline': ['update-redline'],
  'close-redline': ['create-redline', 'update-redline'],
  'cancel-redline': ['create-redline', 'update-redline'],
  'edit-labor': ['edit-labor'],
  'join-batch': ['manage-batch'],
  'leave-batch': ['manage-batch'],
  'acknowledge-findings': ['complete-run'],
  'complete-run': ['complete-run'],
  'fail-run': ['manage-run'],
  'cancel-run': ['manage-run'],
  'reopen-run': ['reopen-run'],
};

/** The first permission that a person lacks for a command, as a refusal. */
export function permits(person: Person | undefined, type: CommandType): Refusal | undefined {
  const missing = permissionsFor[type].find((permission) => !person?.permissions.includes(permission));
  return missing && { refused: 'not-permitted', detail: { reason: 'permission', needs: missing } };
}

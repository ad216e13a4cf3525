/** What the parts of a checklist need of the element around them. */
import type { Step } from '../../domain/run.js';
import type { Submission } from '../../machines/command-flow.js';
import type { EntryActor, InstallActor, RunSession } from '../../session.js';

export interface Host {
  readonly session: RunSession | undefined;
  readonly step: Step | undefined;
  submit(actor: InstallActor, event: { type: 'INSTALL' | 'UNINSTALL'; submission: Submission }): void;
  record(actor: EntryActor, submission: Submission): void;
  retry(actor: InstallActor | EntryActor): void;
  requestUpdate(): void;
  /** The tag of an element that this one nests. */
  tag(name: string): string;
}

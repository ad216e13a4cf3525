/** What failing or canceling a run asks for. Loaded after the element is shown. */
import { life as lifeWords } from '../../messages/en/life.js';
import { words } from '../../messages/registry.js';
import type { CommandForm } from '../command-form.js';
import type { EndCommand } from './ending.js';

export { CommandDialog } from '../command-form.js';
export { styles } from '../command-form.styles.js';

export function formOf(command: EndCommand, { host }: { host: Element }): CommandForm {
  const say = words(host, 'life', lifeWords)[command === 'fail-run' ? 'failRun' : 'cancelRun'];
  return {
    ...say,
    key: `${command}:`,
    danger: true,
    inputs: [{ name: 'reason', label: say.why, kind: 'text', required: true }],
    request: ({ reason = '' }) => ({ type: command, reason }),
  };
}

/** English, whole. An element imports its slices alone; this sum is what another language has to say. */
import { batch } from './en/batch.js';
import { blocker, warning } from './en/blocker.js';
import { camera } from './en/camera.js';
import { changes } from './en/changes.js';
import { comment } from './en/comment.js';
import { evidence } from './en/evidence.js';
import { fault } from './en/fault.js';
import { field } from './en/field.js';
import { file } from './en/file.js';
import { form } from './en/form.js';
import { gauge } from './en/gauge.js';
import { grid } from './en/grid.js';
import { handover } from './en/handover.js';
import { history } from './en/history.js';
import { hold } from './en/hold.js';
import { identify } from './en/identify.js';
import { install } from './en/install.js';
import { issue } from './en/issue.js';
import { labor } from './en/labor.js';
import { life } from './en/life.js';
import { link } from './en/link.js';
import { measurement } from './en/measurement.js';
import { menu } from './en/menu.js';
import { neighbors } from './en/neighbors.js';
import { operator } from './en/operator.js';
import { redline } from './en/redline.js';
import { redlineEditor } from './en/redline-editor.js';
import { refusal } from './en/refusal.js';
import { remedy } from './en/remedy.js';
import { review } from './en/review.js';
import { samples } from './en/samples.js';
import { session } from './en/session.js';
import { shortcut } from './en/shortcut.js';
import { signoff } from './en/signoff.js';
import { status } from './en/status.js';
import { step } from './en/step.js';
import { steps } from './en/steps.js';
import { time } from './en/time.js';
import { value } from './en/value.js';
import { verdict } from './en/verdict.js';

export const en = {
  batch,
  blocker,
  camera,
  changes,
  comment,
  evidence,
  fault,
  field,
  file,
  form,
  gauge,
  grid,
  handover,
  history,
  hold,
  identify,
  install,
  issue,
  labor,
  life,
  link,
  measurement,
  menu,
  neighbors,
  operator,
  redline,
  redlineEditor,
  refusal,
  remedy,
  review,
  samples,
  session,
  shortcut,
  signoff,
  status,
  step,
  steps,
  time,
  value,
  verdict,
  warning,
};

/** The same places for words, whatever they say there. */
type Wording<Part> = Part extends (...parameters: infer Parameters) => infer Said
  ? (...parameters: Parameters) => Said extends string ? string : Said
  : Part extends string
    ? string
    : { [Key in keyof Part]: Wording<Part[Key]> };

/** What a language is: one object of this type, given to `addLanguage`. */
export type Messages = Wording<typeof en>;

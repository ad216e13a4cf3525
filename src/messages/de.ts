/**
 * German, whole: `addLanguage('de', de)`. A slice is what the file of the same name in `en/` is; there its sentences are
 * explained. What lacks one does not compile.
 */
import { batch } from './de/batch.js';
import { blocker, warning } from './de/blocker.js';
import { camera } from './de/camera.js';
import { changes } from './de/changes.js';
import { comment } from './de/comment.js';
import { evidence } from './de/evidence.js';
import { fault } from './de/fault.js';
import { field } from './de/field.js';
import { file } from './de/file.js';
import { form } from './de/form.js';
import { gauge } from './de/gauge.js';
import { grid } from './de/grid.js';
import { handover } from './de/handover.js';
import { history } from './de/history.js';
import { hold } from './de/hold.js';
import { identify } from './de/identify.js';
import { install } from './de/install.js';
import { issue } from './de/issue.js';
import { labor } from './de/labor.js';
import { life } from './de/life.js';
import { link } from './de/link.js';
import { measurement } from './de/measurement.js';
import { menu } from './de/menu.js';
import { neighbors } from './de/neighbors.js';
import { operator } from './de/operator.js';
import { redline } from './de/redline.js';
import { redlineEditor } from './de/redline-editor.js';
import { refusal } from './de/refusal.js';
import { remedy } from './de/remedy.js';
import { review } from './de/review.js';
import { samples } from './de/samples.js';
import { session } from './de/session.js';
import { shortcut } from './de/shortcut.js';
import { signoff } from './de/signoff.js';
import { status } from './de/status.js';
import { step } from './de/step.js';
import { steps } from './de/steps.js';
import { time } from './de/time.js';
import { value } from './de/value.js';
import { verdict } from './de/verdict.js';
import type { Messages } from './en.js';

export const de: Messages = {
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

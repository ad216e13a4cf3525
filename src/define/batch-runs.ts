import { defineElement } from '../elements/define-element.js';
import { BatchRuns } from '../elements/batch-runs/batch-runs.js';

defineElement('batch-runs', BatchRuns);

import { defineElement } from '../elements/define-element.js';
import { RunStep } from '../elements/run-step/run-step.js';

defineElement('run-step', RunStep);

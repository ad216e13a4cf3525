import { defineElement } from '../elements/define-element.js';
import { RunSessionElement } from '../elements/run-session/run-session.js';

defineElement('run-session', RunSessionElement);

import { defineElement } from '../elements/define-element.js';
import { StepList } from '../elements/step-list/step-list.js';

defineElement('step-list', StepList);

import { defineElement } from '../elements/define-element.js';
import { OperatorBar } from '../elements/operator-bar/operator-bar.js';

defineElement('operator-bar', OperatorBar);

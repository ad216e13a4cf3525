import { defineElement } from '../elements/define-element.js';
import { SignoffField } from '../elements/signoff-field/signoff-field.js';

defineElement('signoff-field', SignoffField);

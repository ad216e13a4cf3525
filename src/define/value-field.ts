import { defineElement } from '../elements/define-element.js';
import { ValueField } from '../elements/value-field/value-field.js';

defineElement('value-field', ValueField);

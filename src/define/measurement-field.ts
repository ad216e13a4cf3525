import { defineElement } from '../elements/define-element.js';
import { MeasurementField } from '../elements/measurement-field/measurement-field.js';

defineElement('measurement-field', MeasurementField);

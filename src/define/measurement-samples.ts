import { defineElement } from '../elements/define-element.js';
import { MeasurementSamples } from '../elements/measurement-samples/measurement-samples.js';

defineElement('measurement-samples', MeasurementSamples);

import { defineElement } from '../elements/define-element.js';
import { GaugeConnection } from '../elements/gauge-connection/gauge-connection.js';

defineElement('gauge-connection', GaugeConnection);

import { CameraScanner } from '../elements/camera-scanner/camera-scanner.js';
import { defineElement } from '../elements/define-element.js';

defineElement('camera-scanner', CameraScanner);

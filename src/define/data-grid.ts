import { DataGrid } from '../elements/data-grid/data-grid.js';
import { defineElement } from '../elements/define-element.js';

defineElement('data-grid', DataGrid);

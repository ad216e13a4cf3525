import { defineElement } from '../elements/define-element.js';
import { IssueList } from '../elements/issue-list/issue-list.js';

defineElement('issue-list', IssueList);

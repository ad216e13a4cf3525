import { defineElement } from '../elements/define-element.js';
import { CommentList } from '../elements/comment-list/comment-list.js';

defineElement('comment-list', CommentList);

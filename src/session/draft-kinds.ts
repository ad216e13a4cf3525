/** The interactions in which something is typed that is worth keeping. */
import type { DraftKind, StoredDraft } from '../drafts/drafts.js';
import type { FieldValue } from '../domain/run.js';
import type { RunSession } from '../session.js';

/** What of a machine's context is a draft. */
export type Texts = Record<string, FieldValue | undefined>;

/** The text of an interaction, and how another begins with it. */
export const kinds: Readonly<
  Record<
    DraftKind,
    {
      textOf(context: Texts): FieldValue | undefined;
      begin(session: RunSession, stored: StoredDraft): void;
    }
  >
> = {
  entry: {
    textOf: ({ draft }) => draft,
    begin: (session, { key, draft, base, how, resolution }) =>
      session.entry(key).send({
        type: 'EDIT',
        draft,
        ...(base !== undefined && { base }),
        ...(how && { how }),
        ...(resolution !== undefined && { resolution }),
      }),
  },
  signoff: {
    textOf: ({ comment }) => comment || undefined,
    begin(session, { key, draft }) {
      session.signoff(key).send({ type: 'REJECT' });
      session.signoff(key).send({ type: 'COMMENT', comment: draft as string });
    },
  },
  review: {
    textOf: ({ note }) => note || undefined,
    begin(session, { draft }) {
      session.review().send({ type: 'OPEN' });
      session.review().send({ type: 'NOTE', note: draft as string });
    },
  },
};

/** A command as text: what a person agrees to when they show who they are for it. */
import type { Command } from '../../domain/command.js';

/** The same text for the same content, in whatever order it was written. */
const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? JSON.stringify(value) : `${typeof value} ${String(value)}`;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${entries
    .map(([key, one]) => `${JSON.stringify(key)}:${textOf(one)}`)
    .sort()
    .join()}}`;
};

/** All that a person has agreed to. When the device says it was made is no part of it. */
export const aboutOf = ({ madeAt: _, ...command }: Command): string => textOf(command);

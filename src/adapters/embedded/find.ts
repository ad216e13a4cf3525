/** What a text that was typed or scanned may mean in a store that is at hand. */
import { allowedParts } from '../../domain/install.js';
import type { Part, Requirement, Tool, ToolField, Unit } from '../../domain/run.js';

/** Whether a text names this unit: its serial, lot or part number, in whatever case it was typed. */
export function isMeant(unit: Unit, requirement: Requirement | undefined, text: string): boolean {
  const wanted = text.trim().toUpperCase();
  if (wanted === '') return requirement !== undefined && allowedParts(requirement).includes(unit.partNumber);
  return [unit.id, unit.serial, unit.lot, unit.partNumber, unit.gtin].some(
    (name) => name?.toUpperCase() === wanted,
  );
}

/** Whether a text names this tool; without a text, whether the field may take it. */
export function isMeantTool(tool: Tool, field: ToolField | undefined, text: string): boolean {
  const wanted = text.trim().toUpperCase();
  if (wanted === '') {
    return (
      (field?.partNumber === undefined || field.partNumber === tool.partNumber) &&
      (field?.subtype === undefined || field.subtype === tool.subtype)
    );
  }
  return [tool.id, tool.serial, tool.name, tool.partNumber].some((name) => name.toUpperCase() === wanted);
}

export function isMeantPart({ partNumber, description, gtin }: Part, text: string): boolean {
  const wanted = text.trim().toUpperCase();
  return [partNumber, description, gtin].some((name) => name?.toUpperCase().includes(wanted));
}

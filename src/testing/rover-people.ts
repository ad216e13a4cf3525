/** Who works on the sample runs. Their ids say what they do, so that a test reads like the story it tells. */
import type { Person, Team } from '../domain/run.js';

export const roverPeople = {
  technician: {
    id: 'technician',
    name: 'Amara Osei',
    roles: ['Technician'],
    permissions: ['execute', 'comment', 'open-issue', 'create-redline'],
  },
  qualityEngineer: {
    id: 'quality-engineer',
    name: 'Jonas Lindqvist',
    roles: ['Quality engineer'],
    permissions: [
      'sign',
      'comment',
      'open-issue',
      'manage-issue',
      'accept-deviation',
      'except-requirement',
      'create-redline',
      'update-redline',
    ],
  },
  lead: {
    id: 'lead',
    name: 'Mei Tanaka',
    roles: ['Lead'],
    permissions: [
      'execute',
      'sign',
      'comment',
      'open-issue',
      'manage-issue',
      'accept-deviation',
      'except-requirement',
      'manage-step',
      'edit-labor',
      'manage-batch',
      'complete-run',
      'manage-run',
      'reopen-run',
    ],
  },
  /** Signs, and nothing else. */
  customer: { id: 'customer', name: 'Rafael Ortiz', roles: ['Customer'], permissions: ['sign'] },
} satisfies Record<string, Person>;

/** Being a witness comes with the team, not with the person. */
export const roverTeams: readonly Team[] = [
  {
    id: 'wiring-witnesses',
    name: 'Wiring witnesses',
    members: [roverPeople.qualityEngineer.id, roverPeople.lead.id],
    roles: ['Witness'],
  },
];

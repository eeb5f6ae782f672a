export const nodeKinds = ['department', 'team', 'application'] as const;

/** A question of Costs under a name, as its reader may see it. */
export interface SavedView {
  id: number;
  name: string;
  /** "Finance / Monthly"; empty at the top. */
  folder: string;
  /** Everybody in the organisation may open it; a private one only who saved it. */
  shared: boolean;
  /** Drawn on the overview of everybody who may open it. */
  pinned: boolean;
  /** The query of its address on Costs. */
  address: string;
  isMine: boolean;
  mayChange: boolean;
  createdByName: string;
  changedByName: string;
  changedAt: string;
}

/** Folders in order, those at the top first, each with its views by name. */
export function byFolder<V extends { folder: string; name: string }>(views: readonly V[]): { folder: string; views: V[] }[] {
  const order = (a: string, b: string) => a.localeCompare(b, 'en');
  return [...new Set(views.map((v) => v.folder))]
    .sort(order)
    .map((of) => ({ folder: of, views: views.filter((v) => v.folder === of).sort((a, b) => order(a.name, b.name)) }));
}

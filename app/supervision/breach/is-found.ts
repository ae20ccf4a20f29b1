/** Whether a name holds what is looked for, whatever the case; nothing is found in every name. */
export function isFound(name: string, query: string): boolean {
  return name.toLocaleLowerCase("da").includes(query.trim().toLocaleLowerCase("da"));
}

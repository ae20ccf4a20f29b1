/** The mail of an inquiry, so that its record shows what became of it. */
export const keyOfInquiry = (recordId: string, number: number) => `breach-asked:${recordId}:${number}`;

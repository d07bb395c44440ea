/** Words or sentences by name, each in English and in Chinese; {{name}} stands for a value. */
export type Words = Readonly<Record<string, readonly [en: string, zh: string]>>;

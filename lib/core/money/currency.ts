/** Whether this is the code of a currency, as ISO 4217 has it: the runtime knows them, so that no list of them is kept or sent. */
export const isCurrency = (said: unknown): said is string =>
  typeof said === 'string' && /^[A-Z]{3}$/.test(said) && Intl.supportedValuesOf('currency').includes(said);

/** What an address may ask its figures in: a currency, or each as it was billed. */
export const isCurrencyAsk = (said: unknown): said is string => said === 'billing' || isCurrency(said);

import { formatMoney } from './format';

/** Four digits that say something and at least two behind the point: "0.01234", "12.35". */
export function unitFigure(amount: string, currency: string): string {
  const [whole = '0', part = ''] = amount.replace('-', '').split('.');
  const zeros = /^0*/.exec(part)?.[0].length ?? 0;
  const digits = whole === '0' ? zeros + 4 : Math.max(2, 4 - whole.length);
  const { figure } = formatMoney(amount, currency, digits);
  // zeros at the end say that it is this to four digits; where it is this exactly they say nothing
  const isExact = part.replace(/0+$/, '').length <= digits;
  return isExact ? figure.replace(/(\.\d{2}\d*?)0+$/, '$1') : figure;
}

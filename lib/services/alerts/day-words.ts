export { dayWords } from '../../core/alerts/day-words';

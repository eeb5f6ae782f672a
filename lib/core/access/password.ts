/** The fewest characters of a password. Length is what counts; there is no rule about kinds of characters. NIST SP 800-63B. */
export const passwordMinimum = 12;

/** The order in which the notice numbers its directives: 2 before 10, a part without a number last. */
export function byDirective(a: { directive: string }, b: { directive: string }): number {
  return numberOf(a) - numberOf(b);
}

const numberOf = ({ directive }: { directive: string }): number =>
  /^\d/.test(directive) ? Number.parseInt(directive, 10) : Number.MAX_SAFE_INTEGER;

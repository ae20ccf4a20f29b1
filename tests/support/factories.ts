/** A number no other call of this process gives, for names that must not meet. */
export function serial(): number {
  last += 1;
  return last;
}

let last = 0;

// Where the keyboard goes once a question of the checklist is answered; the item's page and the editor's form share it.
const FIELD = 'input:not([type=file]):not(:disabled), select:not(:disabled), textarea:not(:disabled)';

let turn = 0;

function choiceAt(keyboard, letter) {
  return keyboard?.closest('.asked-choice')?.querySelector(`[data-key=${letter}]`);
}

/** Y and N among the choices that an answer has opened; true when that is where the keyboard stands. */
export function chooseWithin(letter) {
  const choice = choiceAt(document.activeElement, letter);
  choice?.click();
  choice?.focus();
  return Boolean(choice);
}

/** True when that answer opens fields. */
export function asks(criterion, letter) {
  return (criterion.dataset.opens ?? '').includes(letter);
}

/**
 * Goes to the first field that the answer asks for.
 * The fields come with the server's answer; whoever has gone elsewhere meanwhile is left alone.
 */
export async function toFirstAsked(criterion, letter) {
  const mine = ++turn;
  const from = document.activeElement;
  for (let waited = 0; waited < 3000; waited += 50) {
    await new Promise(done => setTimeout(done, 50));
    if (mine !== turn || document.activeElement !== from) return;
    const asked = criterion.querySelector(`[data-asked=${letter}]`);
    if (asked) {
      (asked.querySelector('input[type=radio]:checked') ?? asked.querySelector(FIELD))?.focus();
      return;
    }
  }
}

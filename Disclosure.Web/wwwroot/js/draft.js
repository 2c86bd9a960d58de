// What the submission form does in the browser beside screen.js: a copy of what is typed stays here until the store has it.
import { asks, chooseWithin, toFirstAsked } from './criteria.js';

const screen = window.disclosureScreen;
const keyOf = el => el.dataset.draft + (el.type === 'radio' ? '' : el.type === 'checkbox' ? ':' + el.value : '');
const valueOf = el => el.type === 'checkbox' ? el.checked : el.value;

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

function write(key, entries) {
  try {
    if (Object.keys(entries).length === 0) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, JSON.stringify(entries));
    }
  } catch {
    // A full or forbidden store costs the copy, not the page; a forbidden one is said (blocked).
  }
}

/** Opens a confirmation; Escape is answered by the page itself. */
export function ask(dialog) {
  if (dialog.isConnected && !dialog.open) {
    dialog.showModal();
    // Enter by habit must not erase anything.
    (dialog.querySelector('.danger + button') ?? dialog.querySelector('button')).focus();
  }
}

export function attach(root, key) {
  let offerKey = key + '.offered';
  const parts = name => [...root.querySelectorAll(`[data-draft="${CSS.escape(name.split(':')[0])}"]`)];
  const find = name => {
    const found = parts(name);
    return name.includes(':') ? found.find(el => keyOf(el) === name) : found[0];
  };
  const stands = name => {
    const el = find(name);
    return el?.type === 'radio' ? parts(name).find(r => r.checked)?.value ?? '' : el ? valueOf(el) : undefined;
  };

  // Left from an earlier visit: kept apart, so that typing now cannot wipe it out before it was offered.
  const left = { ...read(offerKey), ...read(key) };
  for (const name of Object.keys(left)) {
    if (stands(name) === left[name]) {
      delete left[name];
    }
  }
  write(offerKey, left);
  write(key, {});
  // What is not saved when the circuit is lost is offered again by the next page.
  root.dataset.copied = '';

  function note(el) {
    const copy = read(key);
    copy[keyOf(el)] = valueOf(el);
    write(key, copy);
  }

  function typed(e) {
    if (e.target.dataset?.draft && !e.target.closest('[data-uncopied]')) {
      note(e.target);
    }
  }

  function pressed(e) {
    if (e.ctrlKey || e.altKey || e.metaKey || e.isComposing || document.querySelector('dialog[open]')
      || e.target.matches?.('input:not([type=radio]):not([type=checkbox]), textarea, select')) {
      return;
    }
    if (/^[1-9]$/.test(e.key)) {
      const row = root.querySelector(`[data-criterion="${e.key}"]`);
      if (row) {
        e.preventDefault();
        row.scrollIntoView({ block: 'center' });
        (row.querySelector('.yes-no input:checked') ?? row.querySelector('.yes-no input')).focus({ preventScroll: true });
      }
    } else if (/^[yn]$/i.test(e.key)) {
      const letter = e.key.toLowerCase();
      const row = document.activeElement?.closest('[data-criterion]');
      const choice = row?.querySelector(`.yes-no input[value="${letter.toUpperCase()}"]`);
      if (choice) {
        e.preventDefault();
        if (chooseWithin(letter)) {
          return;
        }
        choice.click();
        choice.focus();
        if (asks(row, letter)) {
          toFirstAsked(row, letter);
        }
      }
    }
  }

  function waitFor(get) {
    return new Promise(done => {
      const until = Date.now() + 2000;
      const look = () => get() ? done(get()) : Date.now() > until ? done(null) : setTimeout(look, 50);
      look();
    });
  }

  root.addEventListener('input', typed);
  document.addEventListener('keydown', pressed);

  return {
    /** True where the browser keeps nothing for this page. */
    blocked() {
      try {
        localStorage.setItem('disclosure.draft.try', '1');
        localStorage.removeItem('disclosure.draft.try');
        return false;
      } catch {
        return true;
      }
    },
    /** The item has begun: its copy and the address of the page are its own from now on. */
    begun(its, address) {
      if (its !== key) {
        const [copy, offers] = [read(key), read(offerKey)];
        write(key, {});
        write(offerKey, {});
        [key, offerKey] = [its, its + '.offered'];
        write(key, copy);
        write(offerKey, offers);
      }
      screen.addressIs(address);
    },
    /** Labels of what this browser still has and the server has not; empty when nothing. */
    offered() {
      const labels = Object.keys(read(offerKey)).map(name =>
        find(name)?.closest('.field')?.querySelector('.label > :first-child')?.textContent.trim()
        ?? find(name)?.closest('[data-criterion]')?.querySelector('strong')?.textContent.trim() ?? '其他');
      return [...new Set(labels)].join('、');
    },
    async restore() {
      const left = read(offerKey);
      const rest = {};
      for (const name of Object.keys(left)) {
        // A field may appear only once its kind has been put back; what has no field now is offered again another time.
        const el = await waitFor(() => find(name));
        if (!el) { rest[name] = left[name]; }
        const radio = el?.type === 'radio' ? parts(name).find(r => r.value === left[name]) : null;
        if (radio) {
          radio.click();
        } else if (el?.type === 'checkbox') {
          if (el.checked !== left[name]) {
            el.click();
          }
        } else if (el) {
          screen.learn(el);
          el.value = left[name];
          note(el);
          screen.settle(el);
        }
      }
      write(offerKey, rest);
    },
    drop() {
      write(offerKey, {});
    },
    /** The store holds everything the server knew; what it does not know yet stays here. */
    saved() {
      const copy = read(key);
      for (const name of Object.keys(copy)) {
        const el = find(name);
        // What the server knows is not yet in the store where it is stored only with the act itself.
        if ((!el || screen.has(el)) && !el?.closest('[data-unkept]')) {
          delete copy[name];
        }
      }
      write(key, copy);
    },
    forget() {
      write(key, {});
      write(offerKey, {});
    },
    /** Goes to a field, a section or a place by its id and puts the keyboard there. */
    async jump(place) {
      const at = await waitFor(
    () => document.getElementById('field-' + place) ?? document.getElementById('at-' + place) ?? document.getElementById(place));
      if (at) {
        (at.closest('.field') ?? at).scrollIntoView({ block: place.startsWith('section-') ? 'start' : 'center' });
        at.focus({ preventScroll: true, focusVisible: true });
      }
    },
    dispose() {
      root.removeEventListener('input', typed);
      document.removeEventListener('keydown', pressed);
    },
  };
}

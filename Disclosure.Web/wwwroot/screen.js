// What stands on the screen and what the server knows of it, for every field that bears a name (data-draft) inside a panel (data-screen).
// Typed text goes to the server when typing rests; what was typed or ticked while the line was cut goes again before anything is decided;
// a click that decides (onact) carries what the panel shows at that moment; until the server has everything, the page says so.
(() => {
  const REST = 700;
  const TYPED = 'input:not([type]), textarea, '
    + ['text', 'search', 'url', 'tel', 'number', 'date', 'time', 'month', 'datetime-local'].map(kind => `input[type=${kind}]`).join(', ');
  const timers = new Map();
  const scopes = new WeakMap();
  let line = 'up';

  const keyOf = el => el.dataset.draft + (el.type === 'checkbox' ? ':' + el.value : '');
  const plain = text => String(text ?? '').replace(/\r\n?/g, '\n').trim();
  const scopeOf = el => el.closest?.('[data-screen]');
  const knownOf = root => scopes.get(root) ?? scopes.set(root, new Map()).get(root);

  /** Values of the fields by name, and their elements. */
  function read(root) {
    const values = new Map();
    const elements = new Map();
    for (const el of root.querySelectorAll('[data-draft]')) {
      // A panel inside a panel answers for its own fields.
      if (scopeOf(el) !== root) { continue; }
      const key = keyOf(el);
      if (el.type === 'radio') {
        if (el.checked || !values.has(key)) {
          values.set(key, el.checked ? el.value : '');
          elements.set(key, el);
        }
      } else if (el.type !== 'password' && el.type !== 'file') {
        values.set(key, el.type === 'checkbox' ? String(el.checked) : el.value);
        elements.set(key, el);
      }
    }
    return { values, elements };
  }

  // Before somebody changes a field it shows what the server knows.
  function learn(e) {
    const root = scopeOf(e.target);
    if (root) {
      const known = knownOf(root);
      for (const [key, value] of read(root).values) {
        if (!known.has(key)) { known.set(key, plain(value)); }
      }
    }
  }

  function unsentIn(root) {
    const known = knownOf(root);
    return [...read(root).values].filter(([key, value]) => known.has(key) && known.get(key) !== plain(value)).map(([key]) => key);
  }

  function show(root) {
    const count = unsentIn(root).length;
    root.toggleAttribute('data-unsent', count > 0);
    root.querySelectorAll('[data-unsent-count]').forEach(el => { el.textContent = `未保存 ${count} 项`; });
  }

  function settle(el) {
    clearTimeout(timers.get(el));
    timers.delete(el);
    if (el.isConnected) { el.dispatchEvent(new Event('change', { bubbles: true })); }
  }

  function flush(root) {
    for (const el of [...timers.keys()]) {
      if (!root || root.contains(el)) { settle(el); }
    }
  }

  function tellAgain(root) {
    if (!root?.isConnected) { return; }
    flush(root);
    const { elements } = read(root);
    for (const key of unsentIn(root)) {
      const el = elements.get(key);
      if (el.type !== 'radio' || el.checked) { settle(el); }
    }
    show(root);
  }

  // The refusal stands at the head of the panel, which may have been scrolled away; it comes with the next drawing.
  function bringDifferences(root) {
    const seen = new MutationObserver(() => {
      const told = root.querySelector('[data-differs]');
      if (told) {
        seen.disconnect();
        told.scrollIntoView({ block: 'center' });
      }
    });
    root.querySelector('[data-differs]')?.scrollIntoView({ block: 'center' });
    seen.observe(root, { childList: true, subtree: true });
    setTimeout(() => seen.disconnect(), 5000);
  }

  document.addEventListener('focusin', learn, true);
  document.addEventListener('pointerdown', learn, true);
  document.addEventListener('keydown', learn, true);

  function typed(e) {
    const el = e.target;
    const root = el.dataset?.draft !== undefined && scopeOf(el);
    if (!root) { return; }
    if (el.matches(TYPED) && !e.isComposing) {
      clearTimeout(timers.get(el));
      timers.set(el, setTimeout(() => settle(el), REST));
    }
    show(root);
  }
  document.addEventListener('input', typed);
  document.addEventListener('compositionend', typed);
  document.addEventListener('change', e => {
    clearTimeout(timers.get(e.target));
    timers.delete(e.target);
    const root = scopeOf(e.target);
    if (root) { show(root); }
  }, true);

  // A sentence to begin from is put where the text ends on the screen, not where it ended when the server last heard of it.
  document.addEventListener('change', e => {
    const offers = e.target.closest?.('select[data-offers]');
    const field = offers && document.getElementById(offers.dataset.offers);
    if (!field) { return; }
    learn({ target: field });
    if (offers.value && !field.value.includes(offers.value)) {
      field.value = (field.value + offers.value).slice(0, field.maxLength > 0 ? field.maxLength : undefined);
      settle(field);
    }
    offers.selectedIndex = 0;
  });

  // A password stays out of everything that is reported; typed during a cut, it goes again with the click that needs it.
  function settlePasswords(root) {
    root.querySelectorAll('input[type=password]').forEach(el => { if (el.value) { settle(el); } });
  }

  // Everything typed goes before the click that decides; while the line is down nothing is decided.
  document.addEventListener('click', e => {
    const button = e.target.closest?.('button');
    const root = button && scopeOf(button);
    if (!root) { return; }
    if (line !== 'up' && button.matches('[data-act]')) {
      e.preventDefault();
      e.stopImmediatePropagation();
      document.getElementById('components-reconnect-modal')?.setAttribute('data-tried', '');
      return;
    }
    flush(root);
    if (button.matches('[data-act]')) { settlePasswords(root); }
  }, true);

  document.addEventListener('disclosure-line', e => {
    line = e.detail;
    if (line === 'up') { document.querySelectorAll('[data-screen]').forEach(tellAgain); }
  });

  // Leaving with something unsent asks first.
  window.addEventListener('beforeunload', e => {
    flush();
    if (line === 'down' && [...document.querySelectorAll('[data-screen]')].some(root => unsentIn(root).length > 0)) { e.preventDefault(); }
  });

  window.disclosureScreen = {
    /** Arguments of a click that decides. */
    act(e) {
      const root = scopeOf(e.target);
      return { onScreen: root ? Object.fromEntries(read(root).values) : null };
    },
    /** The server has taken these values. */
    known(root, values) {
      if (!root) { return; }
      const known = knownOf(root);
      for (const [key, value] of Object.entries(values)) { known.set(key, plain(value)); }
      show(root);
    },
    /** True when the server has what a field shows. */
    has(el) {
      const root = scopeOf(el);
      return !root || !unsentIn(root).includes(keyOf(el));
    },
    /** Brings the place that was asked for into view. */
    bring(root) { root?.querySelector('#sought')?.scrollIntoView({ block: 'center' }); },
    /** What stands here has an address of its own from now on; no other page is opened. */
    addressIs(address) {
      const there = new URL(address, document.baseURI);
      if (location.pathname !== there.pathname) {
        history.replaceState(history.state, '', there.pathname);
      }
    },
    /** The keyboard goes into the first field of a form that was opened. */
    first(root) {
      const typed = ['input:not([type=hidden], [type=file])', 'select', 'textarea'].map(el => `${el}:not(:disabled)`).join(', ');
      const fields = root?.querySelectorAll(typed);
      [...fields ?? []].find(el => el.offsetParent !== null)?.focus();
    },
    keyOf,
    learn: el => learn({ target: el }),
    settle,
    flush,
    /** What the panel shows differs from what the server has received, by name: it goes again, and the refusal is brought into view. */
    tellAgain(root, received) {
      if (!root) { return; }
      const known = knownOf(root);
      for (const [key, value] of Object.entries(received ?? {})) { known.set(key, plain(value)); }
      tellAgain(root);
      bringDifferences(root);
    },
  };
})();

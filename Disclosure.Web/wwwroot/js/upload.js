// Sends files in pieces over plain HTTP, goes on after a cut line, and tells the page only when something ended.
const PIECE = 4 * 1024 * 1024;
const PAUSES = [1000, 2000, 4000, 8000, 15000];
const CUT = '连接中断，已传部分保留。';

const pause = ms => new Promise(done => setTimeout(done, ms));
const mb = bytes => bytes < 1048576 ? Math.max(1, Math.round(bytes / 1024)) + ' KB' : (bytes / 1048576).toFixed(1) + ' MB';

class Refused extends Error {}
class SignedOut extends Error {}

export function attach(zone, input, list, item, page) {
  const live = new Map();
  const token = () => document.querySelector('meta[name="disclosure-form"]')?.content ?? '';
  const rememberAs = file => `disclosure.upload.${item}.${file.name}.${file.size}.${file.lastModified}`;

  async function call(method, path, body, signal, type) {
    const answer = await fetch('/api/uploads' + path, {
      method, body, signal,
      headers: { 'X-Disclosure-Form': token(), ...(type ? { 'Content-Type': type } : {}) },
    });
    if (answer.status === 401 || answer.redirected) {
      throw new SignedOut('登录已过期，请在另一窗口重新登录，再点“继续上传”。');
    }
    const said = await answer.json().catch(() => ({}));
    return { ok: answer.ok, status: answer.status, said };
  }

  const sentence = answer => answer.said.text ?? '上传没有成功，请重试。';

  async function begin(file, signal) {
    const known = localStorage.getItem(rememberAs(file));
    if (known) {
      const answer = await call('GET', '/' + known, null, signal);
      if (answer.ok) {
        return { id: known, received: answer.said.received };
      }
      localStorage.removeItem(rememberAs(file));
    }
    const answer = await call('POST', '', JSON.stringify({ itemId: item, name: file.name, size: file.size }), signal, 'application/json');
    if (!answer.ok) {
      throw answer.status >= 500 ? new Error() : new Refused(sentence(answer));
    }
    localStorage.setItem(rememberAs(file), answer.said.id);
    return { id: answer.said.id, received: 0 };
  }

  async function send(bar, file) {
    const at = await begin(file, bar.stop.signal);
    bar.id = at.id;
    live.set(bar, at.id);
    while (at.received < file.size) {
      bar.show(at.received);
      const piece = file.slice(at.received, at.received + PIECE);
      const answer = await call('PUT', `/${at.id}?offset=${at.received}`, piece, bar.stop.signal, 'application/octet-stream');
      if (answer.status === 409 && Number.isInteger(answer.said.expected)) {
        at.received = answer.said.expected;
      } else if (!answer.ok) {
        throw answer.status >= 500 ? new Error() : new Refused(sentence(answer));
      } else {
        at.received = answer.said.received ?? at.received + piece.size;
        bar.failures = 0;
      }
    }
    bar.show(file.size, '正在检查…');
    const answer = await call('POST', `/${at.id}/finish`, null, bar.stop.signal);
    if (!answer.ok) {
      throw answer.status >= 500 ? new Error() : new Refused(sentence(answer));
    }
  }

  const tell = () => page.invokeMethodAsync('UploadsChanged', [...live.values()]).catch(() => {});

  async function run(bar, file) {
    bar.stop = new AbortController();
    bar.show(0);
    live.set(bar, bar.id ?? '00000000-0000-0000-0000-000000000000');
    for (;;) {
      try {
        await send(bar, file);
        localStorage.removeItem(rememberAs(file));
        live.delete(bar);
        bar.row.remove();
        await tell();
        return;
      } catch (e) {
        if (bar.stop.signal.aborted) {
          return;
        }
        if (e instanceof Refused) {
          await drop(bar, file);
          bar.fail(e.message, false);
          await tell();
          return;
        }
        if (e instanceof SignedOut) {
          live.delete(bar);
          bar.fail(e.message, true);
          return;
        }
        bar.failures = (bar.failures ?? 0) + 1;
        if (bar.failures > PAUSES.length) {
          live.delete(bar);
          bar.fail(CUT + '请点“继续上传”。', true);
          await tell();
          return;
        }
        bar.say(CUT + '正在重试…');
        await pause(PAUSES[bar.failures - 1]);
        if (bar.stop.signal.aborted) {
          return;
        }
      }
    }
  }

  // Whatever came in of it would keep the item from being sent.
  async function drop(bar, file) {
    live.delete(bar);
    const known = bar.id ?? localStorage.getItem(rememberAs(file));
    localStorage.removeItem(rememberAs(file));
    bar.id = undefined;
    if (known) {
      await call('DELETE', '/' + known).catch(() => {});
    }
  }

  async function cancel(bar, file) {
    bar.stop.abort();
    bar.row.remove();
    await drop(bar, file);
    await tell();
  }

  function button(word, act) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'link';
    made.textContent = word;
    made.addEventListener('click', act);
    return made;
  }

  function barFor(file) {
    const row = document.createElement('li');
    const name = document.createElement('span');
    name.className = 'name';
    name.textContent = `${file.name}（${mb(file.size)}）`;
    const line = document.createElement('progress');
    line.max = 100;
    line.setAttribute('aria-label', `上传 ${file.name}`);
    const state = document.createElement('span');
    state.className = 'state';
    const bar = { row, stop: new AbortController() };
    const again = button('继续上传', () => { again.hidden = true; bar.failures = 0; run(bar, file); });
    const off = button('取消', () => cancel(bar, file));
    again.hidden = true;
    bar.say = text => { state.textContent = text; };
    bar.show = (received, text) => {
      row.classList.remove('wrong');
      off.textContent = '取消';
      line.value = file.size === 0 ? 0 : Math.floor(received / file.size * 100);
      bar.say(text ?? `${line.value}%`);
    };
    bar.fail = (text, may) => {
      row.classList.add('wrong');
      state.setAttribute('role', 'alert');
      bar.say(text);
      again.hidden = !may;
      off.textContent = may ? '取消' : '知道了';
    };
    row.append(name, line, state, again, off);
    list.append(row);
    return bar;
  }

  // One at a time: a slow line shared by five files finishes none of them.
  let turn = Promise.resolve();
  function take(files) {
    for (const file of files) {
      const bar = barFor(file);
      bar.say('等待上传');
      turn = turn.then(() => bar.stop.signal.aborted ? null : run(bar, file)).catch(() => {});
    }
  }

  const chosen = () => { take([...input.files]); input.value = ''; };
  const over = e => { if (e.dataTransfer?.types.includes('Files')) { e.preventDefault(); zone.classList.add('over'); } };
  const out = () => zone.classList.remove('over');
  const dropped = e => { e.preventDefault(); out(); take([...e.dataTransfer.files]); };
  const pasted = e => {
    const files = [...(e.clipboardData?.files ?? [])];
    if (files.length > 0) {
      e.preventDefault();
      const stamp = new Date().toLocaleString('sv-SE').replace(/[-: ]/g, '');
      // The clipboard calls every picture image.png.
      const named = f => new File([f], `粘贴图片${stamp}.png`, { type: f.type, lastModified: f.lastModified });
      take(files.map(f => f.name === 'image.png' ? named(f) : f));
    }
  };
  const leaving = e => { if (live.size > 0) { e.preventDefault(); } };

  input.addEventListener('change', chosen);
  // On a slow line a file may be chosen before this script has come.
  if (input.files.length > 0) { chosen(); }
  zone.addEventListener('dragover', over);
  zone.addEventListener('dragleave', out);
  zone.addEventListener('drop', dropped);
  document.addEventListener('paste', pasted);
  addEventListener('beforeunload', leaving);

  return {
    dispose() {
      // Nothing is given up: what was sent stays, and the same file chosen again goes on from there.
      for (const bar of live.keys()) {
        bar.stop.abort();
      }
      input.removeEventListener('change', chosen);
      zone.removeEventListener('dragover', over);
      zone.removeEventListener('dragleave', out);
      zone.removeEventListener('drop', dropped);
      document.removeEventListener('paste', pasted);
      removeEventListener('beforeunload', leaving);
    },
  };
}

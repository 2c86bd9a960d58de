// Sends files over plain HTTP: small ones together in one request, large ones in pieces that go on after a cut line.
import { line, SMALL, TOGETHER, MOST } from './upload-line.js';

const PAUSES = [1000, 2000, 4000, 8000, 15000];
const CUT = '连接中断，已传部分保留。';
const CHANGED = '文件在选择以后被修改、移动或删除，请重新选择。';
const NEW = '00000000-0000-0000-0000-000000000000';

const pause = ms => new Promise(done => setTimeout(done, ms));
const mb = bytes => bytes < 1048576 ? Math.max(1, Math.round(bytes / 1024)) + ' KB' : (bytes / 1048576).toFixed(1) + ' MB';

// A browser that keeps nothing costs the going on after a cut, not the upload; the form says so once.
const kept = {
  find: key => { try { return localStorage.getItem(key); } catch { return null; } },
  keep: (key, value) => { try { localStorage.setItem(key, value); } catch { /* see above */ } },
  drop: key => { try { localStorage.removeItem(key); } catch { /* see above */ } },
};

class Refused extends Error {}
class Busy extends Error {}
class SignedOut extends Error {}

export function attach(zone, input, list, item, page) {
  const live = new Map();
  const { call, put, post } = line(SignedOut);
  const rememberAs = file => `disclosure.upload.${item}.${file.name}.${file.size}.${file.lastModified}`;
  const sentence = answer => answer.said.text ?? '上传没有成功，请重试。';
  const failed = answer => answer.status >= 500 ? new Error() : new Refused(sentence(answer));

  async function begin(file, signal) {
    const known = kept.find(rememberAs(file));
    if (known) {
      const answer = await call('GET', '/' + known, null, signal);
      if (answer.ok) {
        return { id: known, received: answer.said.received };
      }
      kept.drop(rememberAs(file));
    }
    const answer = await call('POST', '', JSON.stringify({ itemId: item, name: file.name, size: file.size }), signal, 'application/json');
    if (!answer.ok) {
      throw failed(answer);
    }
    kept.keep(rememberAs(file), answer.said.id);
    return { id: answer.said.id, received: 0 };
  }

  async function send(bar, file) {
    const at = await begin(file, bar.stop.signal);
    bar.id = at.id;
    live.set(bar, at.id);
    while (at.received < file.size) {
      bar.show(at.received);
      const answer = await put(at.id, file, at.received, bar.stop.signal, sent => bar.show(at.received + sent));
      if (answer.status === 409 && Number.isInteger(answer.said.expected)) {
        at.received = answer.said.expected;
      } else if (!answer.ok) {
        throw failed(answer);
      } else {
        at.received = answer.said.received;
        bar.failures = 0;
      }
    }
    bar.show(file.size, '正在检查…');
    const answer = await call('POST', `/${at.id}/finish`, null, bar.stop.signal);
    if (!answer.ok) {
      throw failed(answer);
    }
  }

  // The page reads its files once for whatever ended meanwhile; nobody waits for that.
  let telling = null;
  let again = false;
  function tell() {
    if (telling) {
      again = true;
      return;
    }
    telling = page.invokeMethodAsync('UploadsChanged', [...live.values()]).catch(() => {}).finally(() => {
      telling = null;
      if (again) { again = false; tell(); }
    });
  }

  function arrived(bar) {
    kept.drop(rememberAs(bar.file));
    live.delete(bar);
    bar.row.remove();
  }

  const unreadable = async files => {
    for (const file of files) {
      try {
        await file.slice(0, 1).arrayBuffer();
      } catch {
        return file;
      }
    }
    return null;
  };

  /** Does it until it is done, refused or given up; true when it is done. */
  async function insist(bars, files, work) {
    const [first, stopped] = [bars[0], () => bars.every(bar => bar.stop.signal.aborted)];
    for (;;) {
      try {
        await work();
        return true;
      } catch (e) {
        if (stopped()) {
          return false;
        }
        const gone = e instanceof Refused || e instanceof SignedOut ? null : await unreadable(files);
        if (e instanceof Refused || gone) {
          await refuse(bars.filter((_, n) => !gone || files[n] === gone), gone ? CHANGED : e.message);
          return false;
        }
        first.failures = (first.failures ?? 0) + 1;
        if (e instanceof SignedOut || first.failures > PAUSES.length) {
          for (const bar of bars.filter(b => live.has(b))) {
            live.delete(bar);
            bar.fail(e instanceof SignedOut || e instanceof Busy ? e.message : CUT + '请点“继续上传”。', true);
          }
          return false;
        }
        bars.filter(bar => live.has(bar)).forEach(bar => bar.say(e instanceof Busy ? e.message : CUT + '正在重试…'));
        await pause(PAUSES[first.failures - 1]);
        if (stopped()) {
          return false;
        }
      }
    }
  }

  async function refuse(bars, text) {
    for (const bar of bars) {
      await drop(bar);
      bar.fail(text, false);
    }
  }

  async function run(bar, file) {
    bar.show(0);
    live.set(bar, bar.id ?? NEW);
    if (await insist([bar], [file], () => send(bar, file))) {
      arrived(bar);
    }
    tell();
  }

  // One request, one answer per file; the bytes count for one file after the other.
  async function runTogether(waiting) {
    const group = waiting.filter(w => !w.bar.stop.signal.aborted);
    if (group.length === 0) {
      return;
    }
    const [bars, files] = [group.map(w => w.bar), group.map(w => w.file)];
    bars.forEach(bar => { bar.show(0); live.set(bar, NEW); });
    await insist(bars, files, async () => {
      const left = group.filter(w => live.has(w.bar) && !w.bar.stop.signal.aborted);
      left.forEach(w => { w.bar.tries = (w.bar.tries ?? 0) + 1; });
      const answer = await post(item, left.map(w => w.file), sent => {
        for (const { bar, file } of left) {
          bar.show(Math.max(0, Math.min(sent, file.size)), sent >= file.size ? '正在检查…' : null);
          sent -= file.size;
        }
      });
      if (!answer.ok) {
        throw failed(answer);
      }
      for (const [n, came] of answer.said.entries()) {
        const { bar } = left[n];
        if (came.again) {
          // The store was busy; it stays under way and goes once more.
          continue;
        }
        if (came.text === null || (came.there && bar.tries > 1)) {
          arrived(bar);
        } else {
          live.delete(bar);
          bar.fail(came.text, false);
        }
      }
      const busy = answer.said.find(came => came.again);
      if (busy) {
        throw new Busy(busy.text);
      }
    });
    // What neither arrived nor was refused goes once more: another file of the request could not be read.
    queue.unshift(...group.filter(w => live.has(w.bar) && !w.bar.stop.signal.aborted));
    tell();
  }

  // Whatever came in of it would keep the item from being sent.
  async function drop(bar) {
    live.delete(bar);
    const known = bar.id ?? kept.find(rememberAs(bar.file));
    kept.drop(rememberAs(bar.file));
    bar.id = undefined;
    if (known) {
      await call('DELETE', '/' + known).catch(() => {});
    }
  }

  async function cancel(bar) {
    bar.stop.abort();
    bar.row.remove();
    await drop(bar);
    tell();
  }

  function button(word, act) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'link mud-button-root mud-button mud-button-text mud-button-text-primary';
    made.textContent = word;
    made.addEventListener('click', act);
    return made;
  }

  function barFor(file) {
    const row = document.createElement('li');
    row.className = 'd-flex flex-wrap align-center gap-2';
    const name = document.createElement('span');
    name.className = 'name flex-1';
    name.textContent = `${file.name}（${mb(file.size)}）`;
    const line = document.createElement('progress');
    line.max = 100;
    line.setAttribute('aria-label', `上传 ${file.name}`);
    const state = document.createElement('span');
    state.className = 'state';
    const bar = { row, file, stop: new AbortController() };
    const again = button('继续上传', () => {
      again.hidden = true;
      bar.failures = 0;
      bar.stop = new AbortController();
      wait({ bar, file });
    });
    const off = button('取消', () => cancel(bar));
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

  // One request at a time: a slow line shared by five files finishes none of them. Small files that wait go together.
  const queue = [];
  let working = false;
  const small = w => w.file.size > 0 && w.file.size <= SMALL && !kept.find(rememberAs(w.file));

  function next() {
    const group = [];
    let bytes = 0;
    while (queue.length > 0 && group.length < MOST && small(queue[0]) && bytes + queue[0].file.size <= TOGETHER) {
      bytes += queue[0].file.size;
      group.push(queue.shift());
    }
    return group;
  }

  async function work() {
    if (working) {
      return;
    }
    working = true;
    try {
      // A new item has its row with its first file at the latest.
      item = item || await page.invokeMethodAsync('BeginItem').catch(() => 0);
      if (!item) {
        queue.splice(0).forEach(w => w.bar.fail('稿件还没有保存，请稍后再选文件。', true));
        return;
      }
      while (queue.length > 0) {
        const group = next();
        if (group.length > 0) {
          await runTogether(group);
        } else {
          const { bar, file } = queue.shift();
          await (bar.stop.signal.aborted ? null : run(bar, file));
        }
      }
    } finally {
      working = false;
    }
  }

  function wait(waiting) {
    waiting.bar.say('等待上传');
    queue.push(waiting);
    work();
  }

  function take(files) {
    // All of a choice stand in the queue before the first goes.
    queue.push(...files.map(file => ({ bar: barFor(file), file })));
    queue.forEach(w => w.bar.say('等待上传'));
    work();
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
      queue.length = 0;
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

// The requests of an upload; bytes go by XMLHttpRequest, which says how far a piece has come.
export const SMALL = 256 * 1024;
export const TOGETHER = 1024 * 1024;
export const MOST = 30;

const LEAST = 256 * 1024;
const LARGEST = 4 * 1024 * 1024;
const token = () => document.querySelector('meta[name="disclosure-form"]')?.content ?? '';

export function line(SignedOut) {
  // A piece should take about two seconds: what a cut line loses of it is sent again.
  let piece = LEAST;

  const read = (ok, status, text) => {
    if (status === 401) {
      throw new SignedOut('登录已过期，请在另一窗口重新登录，再点“继续上传”。');
    }
    try {
      return { ok, status, said: JSON.parse(text) };
    } catch {
      return { ok, status, said: {} };
    }
  };

  async function call(method, path, body, signal, type) {
    const answer = await fetch('/api/uploads' + path, {
      method, body, signal,
      headers: { 'X-Disclosure-Form': token(), ...(type ? { 'Content-Type': type } : {}) },
    });
    return read(answer.ok, answer.redirected ? 401 : answer.status, await answer.text());
  }

  function bytes(method, path, body, signal, told) {
    return new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.open(method, '/api/uploads' + path);
      request.setRequestHeader('X-Disclosure-Form', token());
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.upload.onprogress = e => told(e.loaded);
      request.onerror = request.onabort = () => fail(new Error());
      request.onload = () => {
        try {
          done(read(request.status >= 200 && request.status < 300, request.status, request.responseText));
        } catch (e) {
          fail(e);
        }
      };
      signal?.addEventListener('abort', () => request.abort());
      request.send(body);
    });
  }

  async function put(id, file, offset, signal, told) {
    const part = file.slice(offset, offset + piece);
    const began = performance.now();
    const answer = await bytes('PUT', `/${id}?offset=${offset}`, part, signal, told);
    const took = performance.now() - began;
    piece = took < 1000 ? Math.min(LARGEST, piece * 2) : took > 4000 ? Math.max(LEAST, piece / 2) : piece;
    return answer;
  }

  /** Several small files in one request: the length of the list, the list, the files. */
  function post(item, files, told) {
    const list = new TextEncoder().encode(JSON.stringify(files.map(f => ({ name: f.name, size: f.size }))));
    const length = new DataView(new ArrayBuffer(4));
    length.setInt32(0, list.length);
    const before = 4 + list.length;
    return bytes('POST', `/together?itemId=${item}`, new Blob([length.buffer, list, ...files]), null, sent => told(sent - before));
  }

  return { call, put, post };
}

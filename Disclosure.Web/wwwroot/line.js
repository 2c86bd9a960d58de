// Opens the circuit's line while the other scripts are still on their way, and says hello on it. On a county's line every question and
// answer takes half a second, and SignalR alone would ask for the way, open the line and say hello one after the other, last of all.
(() => {
  const END = '\x1e';
  // What SignalR says first, and the only answer of a server that goes on.
  const HELLO = '{"protocol":"blazorpack","version":1}' + END;
  const WELCOME = '{}' + END;
  const early = new WebSocket(new URL('_blazor', document.baseURI).href.replace(/^http/, 'ws'));
  let spare = early;
  early.binaryType = 'arraybuffer';
  // A proxy that knows no WebSocket refuses it; then SignalR looks for another way by itself.
  const opens = new Promise(done => {
    early.addEventListener('open', () => { early.send(HELLO); done(true); });
    early.addEventListener('close', () => done(false));
    // One that swallows it answers never.
    setTimeout(() => { if (early.readyState === WebSocket.CONNECTING) { early.close(); } }, 15000);
  });

  // SignalR is answered at once and goes on talking behind its hello. The server's own answer, first of what comes, is held against that;
  // what comes in one piece with it is passed on.
  const heard = [];
  let answered = false;
  let taken = false;
  const tell = data => early.onmessage(new MessageEvent('message', { data }));
  const pass = data => { if (taken) { tell(data); } else { heard.push(data); } };
  early.addEventListener('message', e => {
    // From then on SignalR listens itself.
    if (answered && taken) { return; }
    e.stopImmediatePropagation();
    if (answered) {
      pass(e.data);
      return;
    }
    answered = true;
    const bytes = typeof e.data === 'string' ? new TextEncoder().encode(e.data) : new Uint8Array(e.data);
    if (new TextDecoder().decode(bytes.slice(0, WELCOME.length)) !== WELCOME) {
      early.close();
    } else if (bytes.length > WELCOME.length) {
      pass(bytes.slice(WELCOME.length).buffer);
    }
  });

  function handOver(line) {
    line.send = words => {
      delete line.send;
      taken = true;
      if (words !== HELLO) {
        line.close();
        return;
      }
      [WELCOME, ...heard].forEach(tell);
    };
    setTimeout(() => line.onopen(new Event('open')));
    return line;
  }

  // What SignalR takes for WebSocket: the first time it is handed the line that is open already.
  function Line(url) {
    const ready = spare;
    spare = null;
    return ready?.readyState === WebSocket.OPEN ? handOver(ready) : new WebSocket(url);
  }
  Line.OPEN = WebSocket.OPEN;

  window.disclosureLine = { opens, options: { skipNegotiation: true, transport: 1, WebSocket: Line } };
})();

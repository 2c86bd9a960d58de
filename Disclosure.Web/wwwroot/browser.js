// Old syntax on purpose: the browsers that are refused must be able to read it, and it runs before every other script.
// blazor.web.js needs static blocks of classes (Chromium 94, Firefox 93, Safari 16.4); frame.js, which every page has, begins with one.
(function () {
  var page = document.documentElement;

  function show(id, text) {
    var at = document.getElementById(id);
    at.appendChild(document.createTextNode(text));
    at.style.display = 'block';
  }

  function refuse() {
    var names = { Chrome: 'Chromium', Firefox: 'Firefox', Version: 'Safari', MSIE: 'IE', rv: 'IE' };
    var engine = /(Chrome|Firefox|Version|MSIE|rv)[\/: ](\d+)/.exec(navigator.userAgent);
    var only = document.createElement('style');
    if (document.getElementById('too-old').style.display !== 'none') {
      return;
    }
    show('too-old', '');
    only.appendChild(document.createTextNode(
      'body > * { display: none !important; } body > .strip, #too-old { display: block !important; }'));
    document.body.appendChild(only);
    if (engine) {
      show('too-old-found', names[engine[1]] + ' ' + engine[2]);
    }
  }

  // Internet Explorer says what went wrong in the language of Windows.
  if (document.documentMode) {
    refuse();
    return;
  }
  window.addEventListener('error', function (e) {
    // Once frame.js was understood, an error of syntax is somebody's data, not the browser.
    if (!page.hasAttribute('data-able') && String(e.message).indexOf('SyntaxError') >= 0) {
      refuse();
    }
  });
})();

/* Comfort for the page for phones, which works without it: keeps what is being written on the phone,
   sends it again when the laptop answers, once, and counts. In the JavaScript of 2011. Everything that
   it keeps stays on the phone. */
(function () {
  "use strict";

  var root = location.pathname.split("/").slice(0, 2).join("/");
  var form = document.querySelector("form");
  var text = document.getElementById("text");
  var status = document.getElementById("status");
  var mine = document.querySelector("[data-phone]");
  var draftName = "evenhand-draft:" + location.pathname;
  var phoneName = "evenhand-phone:" + root;
  var timer = 0;
  var wait = 2;

  /* A phone in private mode may refuse to keep anything. */
  function keep(name, value) {
    try {
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, value);
    } catch (e) { /* Then it is not kept. */ }
  }

  function kept(name) {
    try { return localStorage.getItem(name); } catch (e) { return null; }
  }

  function field(name) {
    return form ? form.elements[name] : null;
  }

  function offerToForget() {
    var forget = document.getElementById("forget");

    if (!forget || kept(phoneName) === null) return;
    forget.hidden = false;
    forget.querySelector("button").addEventListener("click", function () {
      keep(phoneName, null);
      keep("evenhand-draft:" + root, null);
      location.replace(root + location.search.replace(/&sent=1/, ""));
    });
  }

  if (mine) {
    keep(phoneName, mine.getAttribute("data-phone"));
    if (document.getElementById("arrived")) keep("evenhand-draft:" + root, null);
    /* Coming here again is no second arrival. */
    if (window.history.replaceState && location.search.indexOf("sent=") > 0)
      history.replaceState(null, "", location.pathname + location.search.replace(/&sent=1/, ""));
    offerToForget();
  }
  if (!form || !text) return;
  if (/\/more$/.test(location.pathname)) draftName = "evenhand-draft:" + root;

  function showOwn() {
    var phone = kept(phoneName);
    var own = document.getElementById("own");
    var link = own && own.querySelector("a");

    if (!phone || !own || !field("phone") || !/^[a-z2-9]+$/.test(phone)) return;
    field("phone").value = phone;
    if (own.hidden) {
      link.href = link.getAttribute("href").replace(/\/\?/, "/" + phone + "?");
      own.hidden = false;
    }
  }

  /* The stamp is kept with the words: sent twice, they arrive once. */
  function saveDraft() {
    var stamp = field("stamp");

    if (!text.value) keep(draftName, null);
    else keep(draftName, JSON.stringify({ text: text.value, stamp: stamp.value }));
  }

  function loadDraft() {
    var draft = null;

    try { draft = JSON.parse(kept(draftName)); } catch (e) { return; }
    if (!draft || text.value || typeof draft.text !== "string") return;
    text.value = draft.text;
    if (draft.sending && typeof draft.stamp === "string") field("stamp").value = draft.stamp;
  }

  function characters(value) {
    var plain = value.replace(/\r\n?/g, "\n").replace(/^\s+|\s+$/g, "");
    var pairs;

    if (plain.normalize) plain = plain.normalize("NFC");
    pairs = plain.match(/[\ud800-\udbff][\udc00-\udfff]/g);
    return plain.length - (pairs ? pairs.length : 0);
  }

  var count = document.createElement("p");
  var countTimer = 0;

  function showCount() {
    var most = parseInt(text.getAttribute("data-most"), 10);
    var left = most - characters(text.value);

    count.textContent = text.getAttribute("data-left").replace("%s", String(left));
    count.hidden = left > most / 4;
  }

  count.className = "hint";
  count.setAttribute("role", "status");
  count.hidden = true;
  text.parentNode.insertBefore(count, text.nextSibling);

  text.addEventListener("input", function () {
    saveDraft();
    clearTimeout(countTimer);
    countTimer = setTimeout(showCount, 600);
  });

  function encoded() {
    var parts = [];

    for (var i = 0; i < form.elements.length; i++) {
      var e = form.elements[i];

      if (e.name) parts.push(encodeURIComponent(e.name) + "=" + encodeURIComponent(e.value));
    }
    return parts.join("&");
  }

  function later() {
    status.textContent = form.getAttribute("data-waiting");
    clearTimeout(timer);
    timer = setTimeout(send, wait * 1000);
    wait = Math.min(wait * 2, 30);
  }

  function send() {
    var request = new XMLHttpRequest();

    clearTimeout(timer);
    timer = 0;
    keep(draftName, JSON.stringify({ text: text.value, stamp: field("stamp").value, sending: true }));
    request.open("POST", form.action);
    request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
    request.timeout = 20000;
    request.onload = function () {
      if (request.status === 429 || request.status === 503) {
        wait = Math.max(wait, parseInt(request.getResponseHeader("Retry-After"), 10) || 2);
        later();
      } else if (request.status === 200 && request.responseURL) {
        keep(draftName, null);
        location.href = request.responseURL;
      } else {
        /* The browser shows what the laptop says; the stamp keeps it from arriving twice. */
        form.submit();
      }
    };
    request.onerror = later;
    request.ontimeout = later;
    request.send(encoded());
  }

  form.addEventListener("submit", function (event) {
    if (!("responseURL" in XMLHttpRequest.prototype)) return;
    event.preventDefault();
    status.textContent = form.getAttribute("data-sending");
    wait = 2;
    send();
  });

  function nowAgain() {
    if (timer) send();
  }

  window.addEventListener("online", nowAgain);
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden) nowAgain();
  });

  showOwn();
  loadDraft();
  showCount();
}());

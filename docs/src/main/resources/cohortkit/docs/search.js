"use strict";
// Sections with all the words, those with a word in the heading first. Everything is in SEARCH_INDEX: no network.
(function () {
  const query = document.getElementById("query");
  const results = document.getElementById("results");

  function score(entry, words) {
    const heading = (entry[1] + " " + entry[2]).toLowerCase();
    const text = entry[3].toLowerCase();
    let sum = 0;
    for (const word of words) {
      if (heading.includes(word)) sum += 10;
      else if (text.includes(word)) sum += 1;
      else return 0;
    }
    return sum;
  }

  function show() {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    results.replaceChildren();
    results.hidden = words.length === 0;
    if (results.hidden) return;
    const found = SEARCH_INDEX.map((entry) => [score(entry, words), entry]).filter((pair) => pair[0] > 0)
      .sort((a, b) => b[0] - a[0]).slice(0, 12);
    if (found.length === 0) results.textContent = "Nothing has all of these words.";
    for (const [, entry] of found) {
      const line = document.createElement("p");
      const link = document.createElement("a");
      link.href = entry[0];
      link.textContent = entry[1] === entry[2] ? entry[1] : entry[1] + ": " + entry[2];
      line.append(link);
      results.append(line);
    }
  }

  query.addEventListener("input", show);
})();

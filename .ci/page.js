// What is wrong with the open page, as a list of sentences; run inside of it by `page.py`.
(() => {
  const faults = [];
  const fault = (text) => faults.push(text);
  const name = (node) => `<${node.tagName.toLowerCase()}> “${node.textContent.trim().slice(0, 40)}”`;
  const width = document.documentElement.clientWidth;

  // inside of the page's width, or of a box that scrolls
  if (document.documentElement.scrollWidth > width) fault(`the page scrolls sideways: ${document.documentElement.scrollWidth} of ${width} px`);
  const scrolled = (node) => node.parentElement && (/auto|scroll/.test(getComputedStyle(node.parentElement).overflowX) || scrolled(node.parentElement));
  for (const node of document.querySelectorAll("body *:not(svg *)")) {
    const box = node.getBoundingClientRect();
    if (box.width > 0 && (box.left < -0.5 || box.right > width + 0.5) && !scrolled(node)) fault(`${name(node)} ends at ${box.right} of ${width} px`);
  }
  for (const cell of document.querySelectorAll("th, td")) {
    const words = document.createRange();
    words.selectNodeContents(cell);
    const [box, line] = [words.getBoundingClientRect(), parseFloat(getComputedStyle(cell).lineHeight)];
    if (box.width < 4 * line && box.height > 9 * line) fault(`${name(cell)} is a column of single letters: ${Math.round(box.width)} × ${Math.round(box.height)} px`);
  }
  for (const picture of document.querySelectorAll("img, svg")) {
    const box = picture.getBoundingClientRect();
    if (!(box.width > 20 && box.height > 20)) fault(`a picture of ${box.width} × ${box.height} px`);
    if (picture.tagName === "IMG" && !(picture.complete && picture.naturalWidth > 0)) fault("a picture that does not load");
  }

  // what those hear who cannot see
  const levels = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((heading) => Number(heading.tagName[1]));
  if (levels[0] !== 1 || levels.filter((level) => level === 1).length !== 1) fault(`headings begin with ${levels}`);
  levels.forEach((level, i) => i > 0 && level > levels[i - 1] + 1 && fault(`a heading of level ${level} after ${levels[i - 1]}`));
  for (const svg of document.querySelectorAll("svg")) {
    const title = svg.querySelector(":scope > title");
    if (svg.getAttribute("role") !== "img" || !((title && title.textContent) || svg.getAttribute("aria-label"))) fault("an svg without a text in its stead");
  }
  for (const image of document.querySelectorAll("img")) if (!image.alt) fault("an image without a text in its stead");
  for (const table of document.querySelectorAll("table")) {
    if (!(table.caption && table.caption.textContent.trim())) fault("a table without a caption");
    const heads = [...table.tHead.rows[0].cells];
    if (!heads.every((head) => head.tagName === "TH" && head.scope === "col" && head.textContent.trim())) fault(`${name(table)}: a column without a heading`);
    for (const row of table.tBodies[0].rows) {
      if (row.cells[0].tagName !== "TH" || row.cells[0].scope !== "row") fault(`${name(row)}: no heading`);
      if (row.cells.length !== heads.length) fault(`${name(row)}: ${row.cells.length} of ${heads.length} cells`);
    }
  }
  const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) fault(`two nodes are called ${id}`);
  for (const link of document.querySelectorAll("[href]")) {
    const to = link.getAttribute("href");
    if (!(to === "data:," || (to.startsWith("#") && document.getElementById(to.slice(1))))) fault(`a link to ${to}`);
  }
  if (!document.documentElement.lang || !document.title) fault("no language or no title");

  // contrast, as WCAG 2 counts it
  const colour = (text) => {
    const numbers = (text.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
    return text.startsWith("rgb") ? [numbers[0], numbers[1], numbers[2], numbers[3] ?? 1] : [0, 0, 0, 0];
  };
  const over = (top, below, share) => [0, 1, 2].map((i) => top[i] * share + below[i] * (1 - share));
  const light = (rgb) => {
    const [r, g, b] = rgb.slice(0, 3).map((x) => (x / 255 <= 0.04045 ? x / 255 / 12.92 : ((x / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const isText = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
  const paint = (node) => {
    const style = getComputedStyle(node);
    const shape = node.ownerSVGElement && !/^(text|tspan|g|svg)$/.test(node.tagName);
    const [r, g, b, a] = colour(shape ? style.fill : node.ownerSVGElement ? "" : style.backgroundColor);
    return { rgb: [r, g, b], share: a * Number(style.opacity) * (shape ? Number(style.fillOpacity) : 1) };
  };
  // the paints below a point, the nearest first, until one lets nothing through
  const ground = (stack) => {
    const layers = [];
    for (const node of stack) {
      const layer = paint(node);
      if (layer.share > 0) layers.push(layer);
      if (layer.share >= 1) break;
    }
    return layers.reduceRight((below, layer) => over(layer.rgb, below, layer.share), [255, 255, 255]);
  };
  const ancestors = (node) => (node ? [node, ...ancestors(node.parentElement)] : []);
  let texts = 0;
  for (const node of document.querySelectorAll("body, body *")) {
    if (!isText(node) || /^(SCRIPT|STYLE|title|desc)$/.test(node.tagName)) continue;
    const box = node.getBoundingClientRect();
    if (box.width === 0) continue;
    texts += 1;
    const style = getComputedStyle(node);
    const inside = node.ownerSVGElement;
    if (inside && node.parentElement.closest("text")) continue;
    const ink = colour(inside ? style.fill : style.color);
    const share = ink[3] * (inside ? Number(style.fillOpacity) * Number(style.opacity) : 1);
    // a halo of the ground's colour goes around letters that stand on a drawing
    const halo = inside && style.paintOrder.startsWith("stroke") && parseFloat(style.strokeWidth) > 0 && colour(style.stroke);
    const below = halo && halo[3] > 0
      ? halo
      : inside
      ? ground([...document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2).filter((other) => other.ownerSVGElement === inside), ...ancestors(inside)])
      : ground(ancestors(node));
    const found = contrast(over(ink, below, share), below);
    if (found < 4.5) fault(`${name(node)}: contrast ${found.toFixed(2)} of rgb(${ink.slice(0, 3)}) on rgb(${below.map(Math.round)})`);
  }
  if (texts < 20) fault(`only ${texts} texts`);
  return faults;
})()

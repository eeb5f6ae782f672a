/** What the picture says besides the drawing. */
interface Caption {
  title: string;
  summary: string;
  legend: readonly { label: string; colour: string }[];
}

const drawn = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'fill-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];

/** A picture cannot load our fonts; in another one the labels at the left may be wider. */
const bleed = 16;

/** The chart as a picture in the light theme, at twice its size, with its title, its sentence and its legend. */
export async function chartToPng(svg: SVGSVGElement, caption: Caption): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect();
  const { markup, colours } = inLight(() => ({ markup: standalone(svg, width, height), colours: readColours(caption.legend) }));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();

  const [margin, head, foot] = [24, 72, caption.legend.length > 1 ? 36 : 12];
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * margin) * 2;
  canvas.height = (height + head + foot) * 2;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser cannot draw');
  const font = getComputedStyle(document.body).fontFamily;
  pen.scale(2, 2);
  pen.fillStyle = colours.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = colours.ink;
  pen.font = `550 16px ${font}`;
  pen.fillText(caption.title, margin, 32);
  pen.fillStyle = colours.ink2;
  pen.font = `400 13px ${font}`;
  pen.fillText(caption.summary, margin, 54, width);
  pen.drawImage(image, margin - bleed, head, width + bleed, height);
  let x = margin;
  for (const { label, colour } of caption.legend.length > 1 ? colours.legend : []) {
    pen.fillStyle = colour;
    pen.fillRect(x, head + height + 10, 10, 10);
    pen.fillStyle = colours.ink2;
    pen.fillText(label, x + 16, head + height + 19);
    x += 16 + pen.measureText(label).width + 18;
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))), 'image/png'),
  );
}

/** The drawing itself in the light theme, as it can stand in a document. */
export function chartToSvg(svg: SVGSVGElement): Blob {
  const { width, height } = svg.getBoundingClientRect();
  return new Blob([inLight(() => standalone(svg, width, height))], { type: 'image/svg+xml' });
}

/** Reads with the light theme switched on, and puts the old one back before the browser paints. */
function inLight<T>(read: () => T): T {
  const root = document.documentElement;
  const before = root.dataset.theme;
  root.dataset.theme = 'light';
  try {
    return read();
  } finally {
    if (before === undefined) delete root.dataset.theme;
    else root.dataset.theme = before;
  }
}

/** A copy that needs no stylesheet: every computed colour and font is written at its element. */
function standalone(svg: SVGSVGElement, width: number, height: number): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [
    [svg, ...svg.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ];
  for (const [i, original] of originals.entries()) {
    const style = getComputedStyle(original);
    copies[i]?.setAttribute('style', drawn.map((name) => `${name}:${style.getPropertyValue(name).replaceAll('"', "'")}`).join(';'));
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width + bleed));
  copy.setAttribute('viewBox', `${-bleed} 0 ${width + bleed} ${height}`);
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}

/** `var(--color-azure)` as the colour it is at this moment. */
function readColours(legend: Caption['legend']) {
  const probe = document.body.appendChild(document.createElement('span'));
  const resolve = (colour: string) => {
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
  const colours = {
    surface: resolve('var(--color-surface)'),
    ink: resolve('var(--color-ink)'),
    ink2: resolve('var(--color-ink-2)'),
    legend: legend.map(({ label, colour }) => ({ label, colour: resolve(colour) })),
  };
  probe.remove();
  return colours;
}

import { fontStack, pictureSvg, possible } from './picture/picture-svg';

/** What the picture says besides the drawing. */
export interface Caption {
  title: string;
  about: string;
  summary: string;
  notes: readonly string[];
  legend: readonly { label: string; said?: string; colour: string; hatched?: boolean }[];
  organization: string;
}

/** The chart as it is seen, light or dark, with all that a reader needs who has nothing but the picture. */
export const chartToSvg = (svg: SVGSVGElement, caption: Caption): Blob =>
  new Blob([pictureOf(svg, caption).svg], { type: 'image/svg+xml;charset=utf-8' });

/** The same picture in pixels, at twice its size. */
export async function chartToPng(svg: SVGSVGElement, caption: Caption): Promise<Blob> {
  const picture = pictureOf(svg, caption);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`;
  await image.decode();
  const { canvas, pen } = page(picture.width * 2, picture.height * 2);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))), 'image/png'),
  );
}

function pictureOf(svg: SVGSVGElement, { title, about, summary, notes, legend, organization }: Caption) {
  const { width, height } = svg.getBoundingClientRect();
  const colour = colourReader();
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date());
  const { pen } = page(1, 1);
  return pictureSvg(
    {
      ...{ title, about, summary, notes },
      legend: legend.map(({ label, said, hatched, ...l }) => ({
        label,
        colour: colour(resolved(svg, l.colour)),
        ...(said && { value: said }),
        ...(hatched && { hatched }),
      })),
      footer: { left: organization, right: `Headroom, ${day}` },
      drawing: { markup: standalone(svg, width, height, colour), width, height },
      colours: {
        ground: colour(resolved(svg, 'var(--color-surface)')),
        ink: colour(resolved(svg, 'var(--color-ink)')),
        ink2: colour(resolved(svg, 'var(--color-ink-2)')),
        ink3: colour(resolved(svg, 'var(--color-ink-3)')),
        line: colour(resolved(svg, 'var(--color-line)')),
      },
    },
    (text, size) => {
      pen.font = `${size}px ${fontStack}`;
      return pen.measureText(text).width * ROOM;
    },
  );
}

/** Another machine may have a wider font of the stack. */
const ROOM = 1.06;

function page(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d', { willReadFrequently: width === 1 });
  if (!pen) throw new Error('this browser cannot draw');
  return { canvas, pen };
}

/** Any colour of CSS as one that every program knows: few know oklch(). */
function colourReader(): (css: string) => string {
  const { pen } = page(1, 1);
  const known = new Map<string, string>();
  return (css) => {
    const before = known.get(css);
    if (before !== undefined) return before;
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = css;
    pen.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 255] = pen.getImageData(0, 0, 1, 1).data;
    const hex = `#${[r, g, b].map((n) => n.toString(16).padStart(2, '0')).join('')}`;
    const made = a === 255 ? hex : a === 0 ? 'none' : `rgba(${r},${g},${b},${(a / 255).toFixed(3)})`;
    known.set(css, made);
    return made;
  };
}

/** `var(--color-azure)` as the colour it is at this moment. */
function resolved(near: Element, colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  (near.parentElement ?? document.body).append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  return computed;
}

const inherited = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'fill-opacity',
  'stroke-opacity',
  'font-size',
  'font-weight',
  'text-anchor',
];
const paints = new Set(['fill', 'stroke']);
/** What is there for hands and for scripts. */
const forThePage = /^(class|style|role|tabindex|focusable|cursor|data-.*|aria-.*|on.*)$/;

/** A copy that needs no stylesheet: what is drawn of every element is written at it, where it is not that of the element around it. */
function standalone(svg: SVGSVGElement, width: number, height: number, colour: (css: string) => string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const styleOf = (element: Element) => {
    const style = getComputedStyle(element);
    return new Map(inherited.map((name) => [name, style.getPropertyValue(name)]));
  };
  const write = (original: Element, target: Element, around: ReadonlyMap<string, string>) => {
    for (const { name } of [...target.attributes]) if (forThePage.test(name)) target.removeAttribute(name);
    const own = styleOf(original);
    for (const [name, value] of own) {
      if (around.get(name) === value) target.removeAttribute(name);
      else target.setAttribute(name, paints.has(name) ? paint(value, colour) : value);
    }
    const { opacity } = getComputedStyle(original);
    if (opacity !== '1') target.setAttribute('opacity', opacity);
    const children = [...original.children];
    for (const [i, child] of [...target.children].entries()) {
      const of = children[i];
      if (of) write(of, child, own);
    }
  };
  write(svg, copy, new Map());
  for (const link of copy.querySelectorAll('a')) link.removeAttribute('href'); // it leads nowhere outside of the page
  for (const gone of copy.querySelectorAll('title, desc')) gone.remove();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('overflow', 'visible'); // another font may be wider than ours
  return possible(new XMLSerializer().serializeToString(copy));
}

/** A pattern of the drawing stays one; its name may have come with the address of the page. */
const paint = (value: string, colour: (css: string) => string): string => {
  const pattern = /^url\(["']?[^#]*#([^"')]+)["']?\)/.exec(value)?.[1];
  return pattern ? `url(#${pattern})` : value === 'none' ? 'none' : colour(value);
};

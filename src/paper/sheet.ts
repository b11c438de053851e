import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { QUIET_ZONE, qrCode } from './qr.ts';

/** Points of A4, and its margins: room for the holes of a binder on the left. */
const PAGE = { size: 'A4', margins: { top: 50, bottom: 62, left: 68, right: 48 } } as const;
const INK = '#14202b';
const SOFT = '#4d5b68';
const LINE = '#9aa5af';

const FONTS = { body: fontFile('SourceSans3-Regular.ttf'), bold: fontFile('SourceSans3-Bold.ttf') } as const;
const SIZES = { H1: 26, H2: 16, H3: 12.5, P: 10.5, remark: 9.5 } as const;

function fontFile(name: string): Buffer {
  return readFileSync(new URL(`fonts/${name}`, import.meta.url));
}

/** What a document says of itself. */
export interface SheetHead {
  readonly title: string;
  readonly author: string;
  /** A language tag, for whoever has it read out. */
  readonly language: string;
  readonly at: Date;
}

/** A cell of a row; `bold` for what is to be found at a glance. */
export interface Cell {
  readonly text: string;
  readonly bold?: boolean;
}

/**
 * A PDF of headings, paragraphs, lists and rows, from top to bottom: real text with its language and structure, bookmarks for
 * headings, readable in black and white.
 */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;

  constructor({ title, author, language, at }: SheetHead) {
    this.#doc = new PDFDocument({
      ...{ ...PAGE, lang: language, displayTitle: true, tagged: true, bufferPages: true, pdfVersion: '1.7' },
      info: { Title: title, Author: author, CreationDate: at, ModDate: at },
    });
    this.#doc.registerFont('body', FONTS.body).registerFont('bold', FONTS.bold);
    this.#root = this.#doc.struct('Document');
    this.#doc.addStructure(this.#root);
  }

  /** A heading never stands alone at the foot of a page. @param room points that have to follow it there */
  heading(level: 1 | 2 | 3, text: string, room = 70): void {
    const tag = `H${level}` as const;
    if (this.#doc.y > PAGE.margins.top && level > 1) this.#doc.moveDown(0.7);
    this.#room(room);
    if (level === 2) this.#doc.outline.addItem(text);
    this.#tagged(tag, () => this.#text('bold', SIZES[tag], INK, text));
    this.#doc.moveDown(level === 1 ? 0.3 : 0.2);
  }

  paragraph(text: string, look: 'P' | 'remark' = 'P'): void {
    this.#room(30);
    this.#tagged('P', () => this.#text('body', SIZES[look], look === 'P' ? INK : SOFT, text));
    this.#doc.moveDown(0.35);
  }

  /** A point of a list with what belongs to it below. @param mark such as "1." */
  point(mark: string, text: string, below: readonly string[]): void {
    const { left } = PAGE.margins;
    const width = this.#width - 22;
    this.#room(this.#heightOf({ text }, width) + below.length * 14);
    this.#tagged('P', () => {
      const { y } = this.#doc;
      this.#doc.font('bold').fontSize(SIZES.P).fillColor(INK).text(mark, left, y, { width: 20 });
      this.#doc.y = y;
      this.#doc
        .font('body')
        .fontSize(SIZES.P)
        .text(text, left + 22, y, { width });
      for (const line of below) this.#doc.font('bold').text(line, left + 22, undefined, { width });
    });
    this.#doc.x = left;
    this.#doc.moveDown(0.3);
  }

  /** Cells side by side under a thin line; a row is never torn. @param shares of the width */
  row(cells: readonly Cell[], shares: readonly number[], least = 0): void {
    const widths = this.#widths(shares);
    const height = Math.max(least, ...cells.map((cell, i) => this.#heightOf(cell, (widths[i] ?? 0) - 8) + 8));
    this.#room(height);
    const { y } = this.#doc;
    this.#tagged('P', () => {
      let x: number = PAGE.margins.left;
      for (const [i, { text, bold = false }] of cells.entries()) {
        const width = widths[i] ?? 0;
        this.#doc
          .font(bold ? 'bold' : 'body')
          .fontSize(SIZES.P)
          .fillColor(INK)
          .text(text, x, y + 4, { width: width - 8 });
        x += width;
      }
    });
    this.#rule(y + height);
    this.#doc.x = PAGE.margins.left;
    this.#doc.y = y + height;
  }

  /** Empty rows to write into, down to the foot of the page. */
  blankRows(shares: readonly number[], height: number): void {
    const widths = this.#widths(shares);
    const top = this.#doc.y;
    while (this.#doc.y + height <= this.#foot) {
      this.#rule(this.#doc.y + height);
      this.#doc.y += height;
    }
    let x: number = PAGE.margins.left;
    for (const width of widths.slice(0, -1)) {
      x += width;
      this.#doc
        .moveTo(x - 4, top - height)
        .lineTo(x - 4, this.#doc.y)
        .lineWidth(0.5)
        .stroke(LINE);
    }
  }

  /** A code to scan at the right, and what it is for beside it; the address stands there too, for whoever has no phone that scans. */
  qr(address: string, words: string, side = 96): void {
    this.#room(side + 10);
    const { y } = this.#doc;
    const { size, path } = qrCode(address);
    const scale = side / (size + 2 * QUIET_ZONE);
    const left = PAGE.margins.left + this.#width - side;
    this.#tagged(
      'Figure',
      () => {
        this.#doc
          .save()
          .translate(left + QUIET_ZONE * scale, y + QUIET_ZONE * scale)
          .scale(scale);
        this.#doc.path(path).fill('#000').restore();
      },
      words,
    );
    const width = this.#width - side - 16;
    this.#tagged('P', () => {
      this.#doc
        .font('bold')
        .fontSize(SIZES.P)
        .fillColor(INK)
        .text(words, PAGE.margins.left, y + 14, { width });
      this.#doc.font('body').fontSize(SIZES.remark).fillColor(SOFT).text(address, { width, link: address });
    });
    this.#doc.x = PAGE.margins.left;
    this.#doc.y = y + side + 6;
  }

  newPage(): void {
    this.#doc.addPage();
  }

  /** The whole document, with a foot on each page. @param foot what stands there, by page and their number */
  async bytes(foot: (page: number, pages: number) => readonly [string, string]): Promise<Buffer> {
    this.#feet(foot);
    const parts: Buffer[] = [];
    this.#doc.on('data', (part: Buffer) => parts.push(part));
    const ended = new Promise((resolve, reject) => this.#doc.on('end', resolve).on('error', reject));
    this.#root.end();
    this.#doc.end();
    await ended;
    return Buffer.concat(parts);
  }

  #feet(foot: (page: number, pages: number) => readonly [string, string]): void {
    const { start, count } = this.#doc.bufferedPageRange();
    const { left } = PAGE.margins;
    for (let page = 0; page < count; page++) {
      this.#doc.switchToPage(start + page);
      // The foot stands below what text may fill.
      this.#doc.page.margins.bottom = 0;
      const [words, place] = foot(page + 1, count);
      const y = this.#doc.page.height - 40;
      this.#doc.markContent('Artifact', { type: 'Pagination' });
      this.#doc.font('body').fontSize(8.5).fillColor(SOFT);
      this.#doc.text(words, left, y, { width: this.#width - 60, height: 12, ellipsis: true });
      this.#doc.text(place, left + this.#width - 60, y, { width: 60, align: 'right' });
      this.#doc.endMarkedContent();
    }
  }

  #text(font: 'body' | 'bold', size: number, colour: string, text: string): void {
    this.#doc
      .font(font)
      .fontSize(size)
      .fillColor(colour)
      .text(text, PAGE.margins.left, undefined, { width: this.#width });
  }

  #tagged(tag: string, draw: () => void, alt?: string): void {
    const element = this.#doc.struct(tag, alt === undefined ? {} : { alt }, draw);
    this.#root.add(element);
    element.end();
  }

  #rule(y: number): void {
    const { left } = PAGE.margins;
    this.#doc.markContent('Artifact', { type: 'Layout' });
    this.#doc
      .moveTo(left, y)
      .lineTo(left + this.#width, y)
      .lineWidth(0.5)
      .stroke(LINE);
    this.#doc.endMarkedContent();
  }

  /** A new page unless so many points are left on this one. */
  #room(points: number): void {
    if (this.#doc.y + points > this.#foot) this.#doc.addPage();
  }

  #heightOf({ text, bold = false }: Cell, width: number): number {
    return this.#doc
      .font(bold ? 'bold' : 'body')
      .fontSize(SIZES.P)
      .heightOfString(text, { width });
  }

  #widths(shares: readonly number[]): number[] {
    const whole = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share) => (this.#width * share) / whole);
  }

  get #width(): number {
    return this.#doc.page.width - PAGE.margins.left - PAGE.margins.right;
  }

  get #foot(): number {
    return this.#doc.page.height - PAGE.margins.bottom;
  }
}

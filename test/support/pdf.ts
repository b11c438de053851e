import { extractText, getDocumentProxy, getMeta } from 'unpdf';

/** What a reader of a PDF finds in it. */
export interface ReadPdf {
  /** The text of each page, in the order in which it is read. */
  readonly pages: readonly string[];
  readonly title: string;
  readonly language: string | null;
  readonly bookmarks: readonly string[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: false });
  const { info } = await getMeta(document);
  const outline = (await document.getOutline()) ?? [];
  return {
    pages: text.map((page) => page.replaceAll(/\s+/g, ' ').trim()),
    title: String(info.Title),
    language: info.Language === undefined || info.Language === null ? null : String(info.Language),
    bookmarks: outline.map(({ title }: { title: string }) => title),
  };
}

import type { Picture } from '../domain/reports/report.ts';
import { HANDOFF_LIMITS, type HandoffLetter, type ReadPicture } from '../ports/handoff.ts';
import type { Attachment } from '../ports/post.ts';

/** The pictures of a letter as files, and the names of those that could not be had. */
export interface PictureFiles {
  readonly files: readonly Attachment[];
  readonly lost: readonly string[];
}

/** Reads the pictures of a letter. Each has a name that is the same at every try. */
export async function pictureFiles(
  { order, pictures }: Pick<HandoffLetter, 'order' | 'pictures'>,
  read: ReadPicture,
): Promise<PictureFiles> {
  const files: Attachment[] = [];
  const lost: string[] = [];
  let bytes = 0;
  for (const [i, picture] of pictures.entries()) {
    const kept = await read(picture);
    bytes += kept?.bytes.length ?? 0;
    if (kept === null || bytes > HANDOFF_LIMITS.pictureBytes) lost.push(shownName(picture, i));
    else
      files.push({
        name: `${order}-${i + 1}.${kept.type.split('/')[1]}`,
        type: kept.type,
        bytes: kept.bytes,
      });
  }
  return { files, lost };
}

function shownName({ name }: Picture, i: number): string {
  return name === '' ? String(i + 1) : name;
}

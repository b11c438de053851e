/** Characters of a picture's address; the server takes no more. */
const MAX_ADDRESS = 24_000;
/** Longest side, tried from large to small. */
const SIDES = [1024, 800, 640, 480, 320, 160];
const QUALITIES = [0.7, 0.5, 0.35];

/**
 * A picture made so small that it can be sent as it is. Null: it is none, or cannot be made small enough.
 * @param {File} file
 * @returns {Promise<{ name: string, address: string } | null>}
 */
export async function smallPicture(file) {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return null;
  try {
    for (const side of SIDES)
      for (const quality of QUALITIES) {
        const address = drawn(bitmap, side, quality);
        if (address.length <= MAX_ADDRESS) return { name: file.name.slice(0, 200), address };
      }
    return null;
  } finally {
    bitmap.close();
  }
}

/**
 * @param {ImageBitmap} bitmap
 * @param {number} side
 * @param {number} quality
 */
function drawn(bitmap, side, quality) {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return ' '.repeat(MAX_ADDRESS + 1);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', quality);
}

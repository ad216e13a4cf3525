// Files as a person would choose them.

export function transferOf(files: readonly File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

async function picture(name: string, type: string): Promise<File> {
  const canvas = new OffscreenCanvas(64, 48);
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'teal';
  context.fillRect(0, 0, 64, 48);
  return new File([await canvas.convertToBlob({ type })], name, { type });
}
export const pngOf = (name: string): Promise<File> => picture(name, 'image/png');
export const jpegOf = (name: string): Promise<File> => picture(name, 'image/jpeg');

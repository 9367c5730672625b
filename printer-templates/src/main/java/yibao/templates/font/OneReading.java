package yibao.templates.font;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/**
 * A stream of known length, to be read through once. The font parser copies what it is given into
 * an array of its own; giving it the stream itself spares a second and third copy of ten megabytes.
 */
final class OneReading implements RandomAccessRead {
  private final InputStream in;
  private final long length;
  private long position;
  private boolean closed;

  OneReading(InputStream in, long length) {
    this.in = in;
    this.length = length;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    position += value < 0 ? 0 : 1;
    return value;
  }

  @Override
  public int read(byte[] into, int offset, int most) throws IOException {
    int count = in.read(into, offset, most);
    position += Math.max(count, 0);
    return count;
  }

  @Override
  public long getPosition() {
    return position;
  }

  @Override
  public void seek(long wanted) throws IOException {
    if (wanted < position) {
      throw new IOException("this font is read once, from its beginning");
    }
    try {
      in.skipNBytes(wanted - position);
    } catch (EOFException e) {
      throw new IOException("the font ends before its length", e);
    }
    position = wanted;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isEOF() {
    return position >= length;
  }

  @Override
  public RandomAccessReadView createView(long start, long size) throws IOException {
    throw new IOException("this font is read once, from its beginning");
  }

  @Override
  public void close() throws IOException {
    closed = true;
    in.close();
  }
}

package yibao.sandbox.ledger;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * One line per transaction: CRC-32C of the text in eight hexadecimal digits, a space, the filings
 * as JSON. A last line cut short by a crash never got an answer and is dropped at the next start; a
 * bad line anywhere else is damage and stops the start.
 */
final class AppendOnlyFile implements AutoCloseable {

  private static final TypeReference<List<LedgerFiling>> LINE = new TypeReference<>() {};

  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /** Not a channel: that would be closed for ever when a thread is interrupted that writes. */
  private final RandomAccessFile file;

  AppendOnlyFile(Path path, Consumer<LedgerFiling> reader) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    file = new RandomAccessFile(path.toFile(), "rw");
    if (file.getChannel().tryLock() == null) {
      file.close();
      throw new IOException("another sandbox uses " + path);
    }
    file.setLength(read(Files.readAllBytes(path), reader));
    file.seek(file.length());
  }

  void append(List<LedgerFiling> filings) throws IOException {
    String text = mapper.writeValueAsString(filings);
    long before = file.getFilePointer();
    try {
      file.write((checksum(text) + " " + text + "\n").getBytes(StandardCharsets.UTF_8));
      file.getFD().sync();
    } catch (IOException fault) {
      file.setLength(before);
      file.seek(before);
      throw fault;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Hands over every whole line and returns how many bytes they take. */
  private long read(byte[] bytes, Consumer<LedgerFiling> reader) throws IOException {
    int start = 0;
    for (int end = 0; end < bytes.length; end++) {
      if (bytes[end] != '\n') {
        continue;
      }
      String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
      if (line.length() > 9 && line.startsWith(checksum(line.substring(9)))) {
        mapper.readValue(line.substring(9), LINE).forEach(reader);
      } else if (end + 1 < bytes.length) {
        throw new IOException("the ledger is damaged at byte " + start);
      } else {
        return start;
      }
      start = end + 1;
    }
    return start;
  }

  private static String checksum(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }
}

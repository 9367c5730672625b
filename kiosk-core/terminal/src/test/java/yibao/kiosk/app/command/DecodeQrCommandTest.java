package yibao.kiosk.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import yibao.simulators.camera.CameraFrame;
import yibao.simulators.camera.CameraFrames;
import yibao.simulators.camera.FrameKind;

class DecodeQrCommandTest {
  @TempDir private Path folder;

  private final CameraFrames frames = new CameraFrames(640, 480);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private CommandLine command;

  @BeforeEach
  void takeTheOutput() {
    command =
        new CommandLine(new DecodeQrCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
  }

  private Path picture(String name, CameraFrame frame) throws IOException {
    BufferedImage image =
        new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, frame.width(), frame.height(), frame.pixels());
    Path path = folder.resolve(name);
    ImageIO.write(image, "png", path.toFile());
    return path;
  }

  @Test
  void onePictureGivesOneLineOfPathTabText() throws IOException {
    CameraFrame frame = frames.frame(FrameKind.CLEAN, 0, 21);
    Path code = picture("code.png", frame);
    Path none = picture("none.png", frames.frame(FrameKind.NO_CODE, 0, 21));

    int exit = command.execute(code.toString(), none.toString());

    assertEquals(
        List.of(code + "\t" + frame.text().orElseThrow(), none + "\t"),
        out.toString().lines().toList());
    assertEquals("", err.toString());
    assertEquals(0, exit);
  }

  @Test
  void explainAddsTheStepThatReadIt() throws IOException {
    Path code = picture("code.png", frames.frame(FrameKind.CLEAN, 0, 21));
    Path none = picture("none.png", frames.frame(FrameKind.NO_CODE, 0, 21));

    command.execute("--explain", code.toString(), none.toString());

    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.get(0).split("\t", -1)[2].matches("[a-z0-9-]{2,}"), lines.get(0));
    assertEquals("-", lines.get(1).split("\t", -1)[2]);
  }

  @Test
  void anUnreadableFileIsNamedOnStandardErrorAndTheOthersAreStillRead() throws IOException {
    Path missing = folder.resolve("missing.png");
    Path text = Files.writeString(folder.resolve("note.txt"), "not a picture");
    Path cut = picture("cut.png", frames.frame(FrameKind.CLEAN, 0, 21));
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 300));
    Path code = picture("code.png", frames.frame(FrameKind.CLEAN, 0, 21));

    int exit =
        command.execute(
            missing.toString(),
            text.toString(),
            cut.toString(),
            folder.toString(),
            code.toString());

    assertEquals(1, exit);
    assertEquals(1, out.toString().lines().count());
    assertTrue(out.toString().startsWith(code + "\t"));
    assertEquals(4, err.toString().lines().count());
  }

  @Test
  void noFileAtAllIsWrongUsage() {
    assertEquals(2, command.execute());
  }
}

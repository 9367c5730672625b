package yibao.kiosk.app.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every event the program can log, read from its compiled classes. */
final class LogCatalogue {

  private static final String LOGGER = "java/lang/System$Logger";

  private LogCatalogue() {}

  /**
   * An event.
   *
   * @param where class and method
   * @param message its text; empty where it is put together when it happens
   * @param thrown whether a fault goes with it
   */
  record Event(String where, Optional<String> message, boolean thrown) {}

  /** The events of the program whose classes lie where that class lies. */
  static List<Event> of(Class<?> oneOfThem) {
    try {
      Path place = Path.of(oneOfThem.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        return below(place);
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return below(jar.getRootDirectories().iterator().next());
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot read the classes beside " + oneOfThem, e);
    }
  }

  private static List<Event> below(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(LogCatalogue::parse)
          .flatMap(type -> type.methods().stream().flatMap(method -> events(type, method)))
          .toList();
    }
  }

  private static ClassModel parse(Path file) {
    try {
      return ClassFile.of().parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Event> events(ClassModel type, MethodModel method) {
    List<Event> found = new ArrayList<>();
    Optional<String> text = Optional.empty();
    boolean puzzled = false;
    for (CodeElement element : method.code().map(CodeModel::elementList).orElse(List.of())) {
      switch (element) {
        case ConstantInstruction constant when constant.constantValue() instanceof String words ->
            // The text comes first; later constants are parameters.
            text = text.or(() -> Optional.of(words));
        case InvokeDynamicInstruction put when put.name().stringValue().startsWith("makeConcat") ->
            puzzled |= text.isEmpty();
        case InvokeInstruction call when isLog(call) -> {
          found.add(
              new Event(
                  type.thisClass().asInternalName() + "." + method.methodName().stringValue(),
                  puzzled ? Optional.empty() : text,
                  call.typeSymbol().parameterList().stream()
                      .anyMatch(it -> it.displayName().equals("Throwable"))));
          text = Optional.empty();
        }
        // The level is fetched right before the text: what stood there before is another's.
        case FieldInstruction fetched when isLevel(fetched) -> {
          text = Optional.empty();
          puzzled = false;
        }
        default -> {}
      }
    }
    return found.stream();
  }

  private static boolean isLog(InvokeInstruction call) {
    return call.owner().asInternalName().equals(LOGGER) && call.name().equalsString("log");
  }

  private static boolean isLevel(FieldInstruction field) {
    return field.owner().asInternalName().equals(LOGGER + "$Level");
  }
}

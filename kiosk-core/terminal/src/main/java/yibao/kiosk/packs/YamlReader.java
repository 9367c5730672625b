package yibao.kiosk.packs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a YAML file into a tree that remembers its lines.
 *
 * <p>Works on the composed node graph because that is where aliases, merge keys and lines are all
 * still known. Plain scalars are typed as JSON would: {@code 002036001001} and {@code on} stay
 * text.
 */
final class YamlReader {

  // A pack is some hundred kilobytes; these only stop files that are not packs at all.
  private static final long MAX_BYTES = 4L << 20;
  private static final int MAX_NODES = 400_000;
  private static final int MAX_DEPTH = 40;

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String name;
  private final Faults faults;
  private final Map<String, Integer> lines = new HashMap<>();
  private int nodes;

  private YamlReader(String name, Faults faults) {
    this.name = name;
    this.faults = faults;
  }

  /** The file's content; empty when it is no YAML, which is then among the faults. */
  static Optional<PackFile> read(Path file, String name, Faults faults) {
    return new YamlReader(name, faults).read(file);
  }

  private Optional<PackFile> read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        fault(0, "文件超过 4 MB", "检查是否放错了文件");
        return Optional.empty();
      }
      Node root = compose(decode(Files.readAllBytes(file)));
      if (root == null) {
        fault(0, "文件是空的", "重新复制整个地区文件夹");
        return Optional.empty();
      }
      return Optional.of(new PackFile(name, convert(root, "", 0), lines));
    } catch (CharacterCodingException e) {
      fault(0, "不是完整的 UTF-8 文本", "用 UTF-8 保存，或重新复制文件");
    } catch (IOException e) {
      fault(0, "读不出文件", "检查文件是否存在、权限是否允许读取");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      fault(line, "YAML 写法有误（" + e.getProblem() + "）", "检查这一行和上一行的缩进、引号和冒号");
    } catch (YAMLException e) {
      fault(0, "YAML 写法有误（" + firstLine(e.getMessage()) + "）", "检查文件是否含有控制字符或被截断");
    } catch (TooLarge e) {
      fault(0, "内容过多或嵌套过深", "检查别名是否引用了自己");
    }
    return Optional.empty();
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Node compose(String text) {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(5_000);
    options.setNestingDepthLimit(MAX_DEPTH);
    return new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
  }

  private JsonNode convert(Node node, String pointer, int depth) {
    if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
      throw new TooLarge();
    }
    lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
    return switch (node) {
      case MappingNode mapping -> {
        var object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
          member(object, mapping, tuple, pointer, depth);
        }
        yield object;
      }
      case SequenceNode sequence -> {
        var array = JSON.arrayNode();
        for (Node element : sequence.getValue()) {
          array.add(convert(element, PackFile.child(pointer, "" + array.size()), depth + 1));
        }
        yield array;
      }
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new TooLarge();
    };
  }

  private void member(
      ObjectNode object, MappingNode mapping, NodeTuple tuple, String pointer, int depth) {
    int line = tuple.getKeyNode().getStartMark().getLine() + 1;
    if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
      fault(line, "键必须是文字", "把键写成一个词");
      return;
    }
    String key = keyNode.getValue();
    if (key.equals("<<")) {
      merge(object, tuple.getValueNode(), pointer, depth);
      return;
    }
    boolean twice =
        mapping.getValue().stream()
            .map(NodeTuple::getKeyNode)
            .filter(other -> other instanceof ScalarNode scalar && scalar.getValue().equals(key))
            .anyMatch(other -> other.getStartMark().getIndex() < keyNode.getStartMark().getIndex());
    if (twice) {
      fault(line, "“%s”写了两次".formatted(key), "只保留一个");
      return;
    }
    String child = PackFile.child(pointer, key);
    lines.put(child, line);
    object.set(key, convert(tuple.getValueNode(), child, depth + 1));
  }

  /** Merged members count only where the mapping itself has none of that name. */
  private void merge(ObjectNode object, Node merged, String pointer, int depth) {
    if (merged instanceof SequenceNode several) {
      several.getValue().forEach(one -> merge(object, one, pointer, depth));
    } else if (convert(merged, pointer, depth + 1) instanceof ObjectNode members) {
      members
          .properties()
          .forEach(member -> object.putIfAbsent(member.getKey(), member.getValue()));
    } else {
      fault(merged.getStartMark().getLine() + 1, "“<<”后面必须是一组键值", "改为引用一组键值的别名");
    }
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return JSON.textNode(text);
    }
    return switch (text) {
      case "true" -> JSON.booleanNode(true);
      case "false" -> JSON.booleanNode(false);
      case "", "~", "null" -> JSON.nullNode();
      default ->
          INTEGER.matcher(text).matches()
              ? JSON.numberNode(Integer.parseInt(text))
              : JSON.textNode(text);
    };
  }

  private void fault(int line, String message, String remedy) {
    faults.add(new Fault(name, line, message, remedy));
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

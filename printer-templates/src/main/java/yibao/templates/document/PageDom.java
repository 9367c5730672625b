package yibao.templates.document;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import yibao.templates.font.Glyph;
import yibao.templates.font.GlyphSource;
import yibao.templates.font.Typeface;
import yibao.templates.text.Cluster;
import yibao.templates.text.LineBreaking;

/**
 * A page's XHTML made ready for the layout engine, which takes one font a character and shapes
 * nothing: Tibetan syllables become objects drawn from outlines, characters in no font become 〓,
 * rare characters' fonts are listed.
 */
final class PageDom {
  /** How far above and below the baseline Tibetan reaches, in ems. */
  static final double TIBETAN_ABOVE = 1.1;

  static final double TIBETAN_BELOW = 0.75;

  private final GlyphSource glyphs;
  private final Document document;
  private final Map<String, Slice> slices = new LinkedHashMap<>();
  private final Set<String> missing = new LinkedHashSet<>();

  /**
   * @throws IllegalArgumentException if the text is not well-formed XHTML
   */
  PageDom(String xhtml, GlyphSource glyphs) {
    this.glyphs = glyphs;
    this.document = parse(xhtml);
    for (Text text : texts(document.getDocumentElement(), new ArrayList<>())) {
      prepare(text);
    }
    declareFonts();
  }

  Document document() {
    return document;
  }

  /**
   * A font that this page needs besides regular and bold.
   *
   * @param bold the same characters in bold, opened when asked for; empty where there are none
   */
  record Slice(Typeface regular, Supplier<Optional<Typeface>> bold) {}

  /** The fonts that this page needs besides regular and bold. */
  Iterable<Slice> slices() {
    return slices.values();
  }

  Set<String> missing() {
    return missing;
  }

  private static Document parse(String xhtml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(xhtml)));
    } catch (SAXException e) {
      throw new IllegalArgumentException("the page is not well-formed XHTML: " + e.getMessage(), e);
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException("cannot parse XHTML", e);
    }
  }

  private static List<Text> texts(Node node, List<Text> found) {
    if (node instanceof Text text) {
      found.add(text);
    }
    boolean drawn = !node.getNodeName().equals("style") && !node.getNodeName().equals("title");
    NodeList children = node.getChildNodes();
    for (int i = 0; drawn && i < children.getLength(); i++) {
      texts(children.item(i), found);
    }
    return found;
  }

  private void prepare(Text text) {
    StringBuilder plain = new StringBuilder();
    Node parent = text.getParentNode();
    boolean changed = false;
    List<Cluster> clusters = Cluster.split(text.getData());
    for (int i = 0; i < clusters.size(); i++) {
      Cluster cluster = clusters.get(i);
      Optional<Glyph> glyph = cluster.isTibetan() ? glyphs.glyph(cluster) : Optional.empty();
      if (glyph.isPresent()) {
        boolean opened = !plain.isEmpty() && !LineBreaking.tolerated(clusters.get(i - 1), cluster);
        String before = opened ? plain.substring(plain.length() - 1) : "";
        plain.setLength(plain.length() - before.length());
        parent.insertBefore(document.createTextNode(plain.toString()), text);
        plain.setLength(0);
        while (i + 1 < clusters.size()
            && !clusters.get(i + 1).isTibetan()
            && !LineBreaking.tolerated(clusters.get(i), clusters.get(i + 1))) {
          i++;
          append(clusters.get(i), plain);
        }
        parent.insertBefore(
            together(before, tibetan(cluster, glyph.get()), plain.toString()), text);
        plain.setLength(0);
        changed = true;
      } else {
        append(cluster, plain);
      }
    }
    if (changed || !plain.toString().equals(text.getData())) {
      text.setData(plain.toString());
    }
  }

  /** A line may end on either side of what is drawn, so its brackets go into one box with it. */
  private Element together(String before, Element drawn, String after) {
    if (before.isEmpty() && after.isEmpty()) {
      return drawn;
    }
    Element box = document.createElement("span");
    box.setAttribute(
        "style", "display:inline-block;white-space:nowrap;text-indent:0;letter-spacing:0");
    box.appendChild(document.createTextNode(before));
    box.appendChild(drawn);
    box.appendChild(document.createTextNode(after));
    return box;
  }

  private Element tibetan(Cluster syllable, Glyph glyph) {
    Element object = document.createElement("object");
    object.setAttribute("type", PageObjects.TIBETAN);
    object.setAttribute("data", syllable.text());
    object.setAttribute("alt", syllable.text());
    object.setAttribute(
        "style",
        "display:inline-block;width:%.3fem;height:%.3fem;vertical-align:-%.3fem"
            .formatted(glyph.advance(), TIBETAN_ABOVE + TIBETAN_BELOW, TIBETAN_BELOW));
    return object;
  }

  private void append(Cluster cluster, StringBuilder plain) {
    if (cluster.isTibetan()) {
      missing.add(cluster.text());
      plain.append('〓');
    } else {
      cluster.text().codePoints().forEach(codePoint -> append(codePoint, plain));
    }
  }

  private void append(int codePoint, StringBuilder plain) {
    if (Character.isWhitespace(codePoint)) {
      plain.appendCodePoint(codePoint);
      return;
    }
    Optional<Typeface> typeface = glyphs.typeface(codePoint);
    if (typeface.isEmpty()) {
      missing.add(Character.toString(codePoint));
      plain.append('〓');
      return;
    }
    if (typeface.get() != glyphs.regular()) {
      slices.putIfAbsent(
          typeface.get().family(), new Slice(typeface.get(), () -> glyphs.boldSlice(codePoint)));
    }
    plain.appendCodePoint(codePoint);
  }

  private void declareFonts() {
    StringBuilder families = new StringBuilder(PdfPainting.FAMILY);
    slices.keySet().forEach(family -> families.append(",'").append(family).append('\''));
    Element style = document.createElement("style");
    style.setTextContent("html{font-family:" + families + "}");
    NodeList heads = document.getElementsByTagName("head");
    if (heads.getLength() == 0) {
      throw new IllegalArgumentException("the page has no head");
    }
    heads.item(0).appendChild(style);
  }
}

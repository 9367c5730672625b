package yibao.templates.document;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.Map;
import org.w3c.dom.Element;
import yibao.templates.font.GlyphSource;

/**
 * What a page draws that HTML cannot: {@code <object type="qr|seal|signature|tibetan" data="…"
 * style="width:…;height:…"/>}, as vectors.
 */
final class PageObjects implements FSObjectDrawerFactory {
  static final String TIBETAN = "tibetan";
  static final String SEAL = "seal";
  static final String QR = "qr";
  static final String SIGNATURE = "signature";

  private final GlyphSource glyphs;
  private final EmbeddedFonts fonts;

  PageObjects(GlyphSource glyphs, EmbeddedFonts fonts) {
    this.glyphs = glyphs;
    this.fonts = fonts;
  }

  /** Draws an object into a rectangle at the origin. */
  @FunctionalInterface
  interface Drawing {
    void draw(Graphics2D pen, double width, double height);
  }

  @Override
  public boolean isReplacedObject(Element element) {
    return switch (element.getAttribute("type")) {
      case TIBETAN, SEAL, QR, SIGNATURE -> true;
      default -> false;
    };
  }

  @Override
  public FSObjectDrawer createDrawer(Element element) {
    String data = element.getAttribute("data");
    Drawing drawing =
        switch (element.getAttribute("type")) {
          case TIBETAN -> new TibetanDrawing(data, glyphs, fonts.of(glyphs.regular()));
          case SEAL -> new SealDrawing(data, element.getAttribute("title"), glyphs);
          case SIGNATURE -> SignatureDrawing.of(data);
          default -> new QrDrawing(data);
        };
    return new Vector(drawing);
  }

  private record Vector(Drawing drawing) implements FSObjectDrawer {
    @Override
    public Map<Shape, String> drawObject(
        Element element,
        double x,
        double y,
        double width,
        double height,
        OutputDevice device,
        RenderingContext context,
        int dotsPerPixel) {
      double wide = width / dotsPerPixel;
      double high = height / dotsPerPixel;
      device.drawWithGraphics(
          (float) x,
          (float) y,
          (float) Math.ceil(wide),
          (float) Math.ceil(high),
          pen -> drawing.draw(pen, wide, high));
      return Map.of();
    }
  }
}

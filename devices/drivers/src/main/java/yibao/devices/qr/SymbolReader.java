package yibao.devices.qr;

import java.util.Optional;

/** From three finder patterns to a text: lays the grid, samples the modules, decodes them. */
final class SymbolReader {
  /** Fixed modules that agree less, wherever the grid is laid, belong to no symbol. */
  private static final double LEAST_FIT = 0.42;

  /** Undoing strong blur takes tens of milliseconds for symbols larger than version 10. */
  private static final int LARGEST_UNMIXED = 57;

  private final GridLayer layer = new GridLayer();
  private final ModuleGrid modules = new ModuleGrid();
  private final SymbolDecoder decoder = new SymbolDecoder();

  /** Reads the symbol that three finder patterns belong to. */
  Optional<Symbol> read(Plane plane, Trio trio, Threshold threshold, Deadline deadline) {
    PatternFit fit = PatternFit.of(plane, trio);
    Optional<GridLayer.Grid> laid = layer.lay(plane, trio, threshold, fit);
    if (laid.isEmpty() || deadline.passed()) {
      return Optional.empty();
    }
    SymbolLayout layout = laid.get().layout();
    Projection grid = laid.get().plane();
    Optional<String> text = decode(plane, fit, grid, layout, deadline);
    if (text.isEmpty() && !deadline.passed()) {
      grid = fit.improved(grid, layout, deadline);
      text = decode(plane, fit, grid, layout, deadline);
    }
    Projection found = grid;
    return text.map(it -> new Symbol(it, found, layout.dimension()));
  }

  /** Decodes the modules as they are, then with mild, then with strong blur undone. */
  private Optional<String> decode(
      Plane plane, PatternFit fit, Projection grid, SymbolLayout layout, Deadline deadline) {
    if (fit.all(grid, layout) < LEAST_FIT) {
      return Optional.empty();
    }
    modules.sample(plane, grid, layout.dimension());
    float[] soft = modules.darkness(fit.inverted());
    Optional<String> text = decoder.decode(soft, layout);
    if (text.isEmpty() && !deadline.passed()) {
      text = decoder.decode(Equalizer.sharpen(soft, layout, 1), layout);
    }
    if (text.isEmpty() && !deadline.passed() && layout.dimension() <= LARGEST_UNMIXED) {
      text = decoder.decode(Unmixer.restore(soft, layout, 2), layout);
    }
    return text;
  }
}

package yibao.demo.bench;

import java.util.List;

/** Something measured on this machine. */
@FunctionalInterface
interface Bench {

  /**
   * Measures.
   *
   * @throws Exception when it could not be measured; the message says why
   */
  List<Figure> run() throws Exception;
}

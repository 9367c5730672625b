package yibao.simulators.idcard;

import java.time.Duration;

/** Something that goes wrong with one answer of the reader. */
public sealed interface Mishap {
  /** The reader says nothing at all. */
  record Silence() implements Mishap {}

  /** Only the first bytes of the answer arrive. */
  record CutShort(int bytes) implements Mishap {}

  /** The card is lifted after the first bytes; the rest of the answer never comes. */
  record CardLifted(int bytes) implements Mishap {}

  /** The cable falls out after the first bytes. */
  record CableOut(int bytes) implements Mishap {}

  /** The answer comes twice. */
  record Twice() implements Mishap {}

  /** The answer comes late. */
  record Late(Duration delay) implements Mishap {}

  /** Other bytes come before the answer. */
  record Preceded(byte[] bytes) implements Mishap {}

  /** These bytes come instead of the answer. */
  record Replaced(byte[] bytes) implements Mishap {}

  /** The answer's last byte, its check, is wrong. */
  record WrongCheck() implements Mishap {}
}

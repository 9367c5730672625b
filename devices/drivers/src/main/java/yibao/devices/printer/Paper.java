package yibao.devices.printer;

/** The state of a printer's paper, in the words of CEN XFS4IoT. */
public enum Paper {
  FULL,
  LOW,
  OUT,
  JAMMED,
  UNKNOWN
}

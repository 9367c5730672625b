package yibao.templates.template;

/** With what invented data a paper is looked at before citizens get it. */
public enum Sample {
  /** As it lies beside the paper. */
  ORDINARY,
  /** Every field given, each as long as it may come. */
  LONGEST,
  /** Only the fields a paper must have, in letters that few fonts hold. */
  STRANGEST
}

package yibao.devices.page;

/** What a picture of a page is good for. */
public sealed interface PageVerdict {

  /** The page can be read. */
  record Readable(Corners corners) implements PageVerdict {}

  /** It cannot; the fault is the one to be put right first. */
  record Unreadable(PageFault fault) implements PageVerdict {}
}

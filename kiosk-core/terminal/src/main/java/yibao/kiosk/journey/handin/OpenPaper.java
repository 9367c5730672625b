package yibao.kiosk.journey.handin;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import yibao.kiosk.catalog.Checklist;
import yibao.kiosk.journey.view.Step.Materials;
import yibao.kiosk.journey.visit.Folder;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.record.Attachment;

/** The paper that lies open on the materials screen, as it is shown. */
final class OpenPaper {

  private OpenPaper() {}

  static Materials.Paper shown(
      Scene scene, HandInList.Entry entry, boolean picking, boolean working) {
    List<Checklist.Way> ways = entry.requirement().ways();
    List<Attachment> pages =
        entry.proof().map(proof -> scene.visit().folder().pages(proof.id())).orElse(List.of());
    return new Materials.Paper(
        picking ? entry.requirement().name() : entry.name(),
        hint(scene, entry),
        entry.hasChoice()
            ? IntStream.range(0, ways.size()).mapToObj(i -> way(i, ways.get(i))).toList()
            : List.of(),
        IntStream.range(0, pages.size())
            .mapToObj(
                i ->
                    new Materials.Page(
                        Folder.id(pages.get(i)),
                        i + 1,
                        !scene.visit().folder().isInvoice(pages.get(i))))
            .toList(),
        Folder.MOST_PAGES,
        working);
  }

  private static Materials.Way way(int index, Checklist.Way way) {
    return new Materials.Way(Integer.toString(index), way.label(), way.promisesOnly());
  }

  private static Optional<String> hint(Scene scene, HandInList.Entry entry) {
    if (entry.proof().orElse(null) instanceof Checklist.Paper paper) {
      if (InvoiceCodes.reads(paper.id(), scene)) {
        return Optional.of(scene.facilities().sentences().say("invoice.hold-up"));
      }
      return switch (paper.presentation()) {
        case ORIGINAL, ORIGINAL_AND_COPY ->
            Optional.of(scene.facilities().sentences().say("materials.original"));
        case COPY, ORIGINAL_OR_COPY, UNSPECIFIED ->
            Optional.of(paper.note()).filter(note -> !note.isEmpty());
      };
    }
    return Optional.empty();
  }
}

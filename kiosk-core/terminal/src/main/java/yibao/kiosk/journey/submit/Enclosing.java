package yibao.kiosk.journey.submit;

import java.util.List;
import java.util.Map;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.record.Attachment;

/** What goes with a form when it is handed in. */
public interface Enclosing {

  /** Nothing. */
  Enclosing NOTHING =
      new Enclosing() {
        @Override
        public Map<String, String> values(Scene scene) {
          return Map.of();
        }

        @Override
        public List<Attachment> attachments(Scene scene) {
          return List.of();
        }

        @Override
        public Runnable taken(Scene scene) {
          return () -> {};
        }
      };

  /** Values beside those of the form. */
  Map<String, String> values(Scene scene);

  /** The scans. */
  List<Attachment> attachments(Scene scene);

  /** What to do, off the journey's lock, once the terminal has taken the filing. */
  Runnable taken(Scene scene);
}

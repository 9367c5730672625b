package yibao.kiosk.journey.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.journey.attend.Attendance;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.paper.Issue;

/**
 * New paper for one printer 换纸. The terminal is out of service from the first step until a test has
 * come out: whatever cuts it short, the power too, leaves it so.
 *
 * @param attendant who changes it
 * @param printer which printer
 */
record PaperChange(Attendant attendant, DeviceName printer) {
  static final Choice NEXT = new Choice("next", "下一步", true);

  private static final String REASON = "attend.paper.reason";
  private static final String TEST = "self-test";

  /** Whether the terminal is out of service because paper was being changed. */
  static boolean unfinished(Scene scene) {
    return scene
        .facilities()
        .attendance()
        .service()
        .paused()
        .filter(reason(scene)::equals)
        .isPresent();
  }

  private static String reason(Scene scene) {
    return scene.facilities().sentences().say(REASON);
  }

  /** How a printer is; empty where this terminal has none such. */
  static Optional<DeviceStatus> status(Scene scene, DeviceName printer) {
    return scene.facilities().printers().devices().statuses().stream()
        .filter(status -> status.name() == printer)
        .findFirst();
  }

  Optional<DeviceStatus> status(Scene scene) {
    return status(scene, printer);
  }

  /** Nobody may begin while paper is changed; what staff said before stands. */
  void pause(Scene scene) {
    Attendance.Service service = scene.facilities().attendance().service();
    if (service.paused().isEmpty()) {
      service.pause(reason(scene));
    }
  }

  /** Back in service, unless staff took it out for another reason. */
  void resume(Scene scene) {
    if (unfinished(scene)) {
      scene.facilities().attendance().service().resume();
    }
  }

  /** Prints a test and waits for what the printer says of it. */
  PrintOutcome test(Scene scene) {
    Facilities facilities = scene.facilities();
    if (printer == DeviceName.PRINTER) {
      return facilities.printers().print(facilities.papers().selfTest());
    }
    return switch (facilities.papers().document(TEST, Map.of())) {
      case Issue.Issued(var document) ->
          facilities.printers().documents().print(document.pdf(), TEST);
      case Issue.Withheld(Issue.Reason reason) -> new PrintOutcome.NotPrinted(reason.code());
    };
  }

  /** A screen of this change. */
  Step show(Scene scene, String screen, Optional<Notice> notice, List<Choice> choices) {
    return new Step.Staff(
        choices.isEmpty() ? Step.Staff.Phase.WORKING : Step.Staff.Phase.DO,
        say(scene, screen + ".title"),
        say(scene, screen),
        notice,
        List.of(),
        choices);
  }

  /** What is said of this printer. */
  String say(Scene scene, String code) {
    return scene.facilities().sentences().say("attend." + printer.key() + "." + code);
  }

  static Notice notice(Scene scene, String code, Notice.Tone tone) {
    return new Notice(code, scene.facilities().sentences().say(code), tone);
  }
}

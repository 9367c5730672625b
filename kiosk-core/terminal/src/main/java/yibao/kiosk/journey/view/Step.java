package yibao.kiosk.journey.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A step of the journey as the screen sees it; the shapes of the HTTP contract's {@code Step}. */
public sealed interface Step {

  /** Which kind of step this is. */
  StepKind kind();

  /**
   * Nobody is here.
   *
   * @param notice why the last visit ended, where that needs saying
   * @param closed why nobody can begin, where that is so
   */
  record Attract(Optional<Notice> notice, Optional<Closed> closed) implements Step {

    /**
     * Nobody can begin.
     *
     * @param title what is shut
     * @param sentence why, where that needs saying, and where to go instead
     * @param opens when it opens, as people read it
     */
    public record Closed(String title, String sentence, Optional<String> opens) {}

    @Override
    public StepKind kind() {
      return StepKind.ATTRACT;
    }
  }

  /** Pick an item from the catalogue. */
  record Choose(Optional<Notice> notice) implements Step {
    @Override
    public StepKind kind() {
      return StepKind.CHOOSE;
    }
  }

  /**
   * What the item needs and how it ends, before anything is asked.
   *
   * @param ending name of the ending, e.g. {@code InstantFiling}
   * @param endingLabel e.g. 当场办结
   * @param endingSentence e.g. 在本机当场办结，约 3 分钟。
   * @param facts what to show, time limit, hotline …
   * @param materials one line per material
   * @param stages the printed stages
   * @param legalBasis one line per law
   */
  record Brief(
      String ending,
      String endingLabel,
      String endingSentence,
      List<Row> facts,
      List<String> materials,
      List<String> stages,
      List<String> legalBasis,
      Optional<Notice> notice,
      List<Choice> choices)
      implements Step {
    @Override
    public StepKind kind() {
      return StepKind.BRIEF;
    }
  }

  /**
   * The screen films this step with a camera of its own and shows what it films.
   *
   * @param label part of the camera's name; any camera where it is left out
   */
  record Camera(Optional<String> label) {}

  /**
   * The readers listen; the first credential wins.
   *
   * @param whose whose credential is wanted
   * @param camera the screen's camera that films QR codes, while one is of use
   */
  record Identify(
      Phase phase,
      Whose whose,
      List<Accepted> accepts,
      Optional<Camera> camera,
      Optional<Notice> notice,
      List<Choice> choices)
      implements Step {

    /** The one who acts for themselves. */
    public Identify(
        Phase phase, List<Accepted> accepts, Optional<Notice> notice, List<Choice> choices) {
      this(phase, Whose.SELF, accepts, Optional.empty(), notice, choices);
    }

    @Override
    public StepKind kind() {
      return StepKind.IDENTIFY;
    }

    /** How far identifying has come. */
    public enum Phase {
      /** Nothing is there yet. */
      WAITING,
      /** A credential is being read. */
      READING,
      /** Is this you? */
      CONFIRM,
      /** It did not work; the notice says why. */
      FAILED
    }

    /** Whose credential is wanted. */
    public enum Whose {
      /** Of whoever it is for, who stands here. */
      SELF,
      /** 代办人, who stands here for somebody else. */
      AGENT,
      /** 委托人, whom it is for. */
      PRINCIPAL
    }

    /** A credential the item accepts and this terminal can read. */
    public enum Accepted {
      /** 居民身份证 and the other chip identity documents. */
      ID_CARD,
      /** 社会保障卡. */
      SS_CARD,
      /** 医保电子凭证. */
      E_VOUCHER,
      /** No credential: the verification QR 验真码 on a paper. */
      VERIFICATION_CODE
    }
  }

  /**
   * For whom somebody else stands here, and what they are to them.
   *
   * @param field {@code principal} or {@code relation}
   * @param label the question as asked
   * @param value chosen before
   */
  record Relation(
      String field,
      String label,
      Optional<String> hint,
      Optional<String> value,
      List<Question.Option> options)
      implements Step {
    @Override
    public StepKind kind() {
      return StepKind.RELATION;
    }
  }

  /** Cannot go on, or only one way on: why, and what instead. */
  record Eligibility(Notice notice, List<Group> groups, List<Choice> choices) implements Step {
    @Override
    public StepKind kind() {
      return StepKind.ELIGIBILITY;
    }
  }

  /**
   * One question.
   *
   * @param field its stable name
   * @param label the question as asked
   * @param value prefilled or entered before
   * @param valueLabel the words of a value that is a code
   * @param min earliest ISO date
   * @param max latest ISO date
   * @param placeLevel how deep a place must be
   * @param emptyLabel what leaving it empty means
   * @param error sentence at the field: the answer cannot stand
   * @param warning sentence at the field: the answer looks like a slip, given again it stands
   */
  record Question(
      String field,
      String label,
      Optional<String> hint,
      InputKind input,
      boolean required,
      Optional<String> value,
      Optional<String> valueLabel,
      List<Option> options,
      Optional<Integer> minLength,
      Optional<Integer> maxLength,
      Optional<String> min,
      Optional<String> max,
      Optional<PlaceLevel> placeLevel,
      Optional<String> emptyLabel,
      Optional<String> error,
      Optional<String> warning)
      implements Step {
    @Override
    public StepKind kind() {
      return StepKind.QUESTION;
    }

    /** A question answered by one of a list. */
    public static Question choice(
        String field, String label, Optional<String> value, List<Option> options) {
      return new Question(
          field,
          label,
          Optional.empty(),
          InputKind.CHOICE,
          true,
          value,
          Optional.empty(),
          options,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** The same question with this hint. */
    public Question hinted(Optional<String> words) {
      return new Question(
          field,
          label,
          words,
          input,
          required,
          value,
          valueLabel,
          options,
          minLength,
          maxLength,
          min,
          max,
          placeLevel,
          emptyLabel,
          error,
          warning);
    }

    /** The same question, asked a second time on a screen of its own. */
    public Question again(String words, String why) {
      return new Question(
          field + "Again",
          words,
          Optional.of(why),
          input,
          required,
          Optional.empty(),
          Optional.empty(),
          options,
          minLength,
          maxLength,
          min,
          max,
          placeLevel,
          emptyLabel,
          Optional.empty(),
          Optional.empty());
    }

    /** The same question after an answer that cannot stand, or may not. */
    public Question with(Optional<String> wrong, Optional<String> doubtful) {
      return new Question(
          field,
          label,
          hint,
          input,
          required,
          value,
          valueLabel,
          options,
          minLength,
          maxLength,
          min,
          max,
          placeLevel,
          emptyLabel,
          wrong,
          doubtful);
    }

    /** One entry of a choice. */
    public record Option(String value, String label, Optional<String> hint) {}

    /** How deep a place must be. */
    public enum PlaceLevel {
      /** 地级市 or 直辖市. */
      CITY,
      /** 县, 区. */
      COUNTY
    }

    /** How a question is answered. */
    public enum InputKind {
      /** One of the options. */
      CHOICE,
      /** A division, step by step. */
      PLACE,
      /** A day. */
      DATE,
      /** A month. */
      MONTH,
      /** A mobile number. */
      PHONE,
      /** A run of digits. */
      DIGITS,
      /** A secret run of digits, never shown. */
      PIN,
      /** Free text. */
      TEXT,
      /** A citizen number: digits, the last may be X. */
      ID_NUMBER,
      /** An amount in yuan. */
      MONEY
    }
  }

  /**
   * What to hand in, page by page.
   *
   * @param lines everything that is to be handed in
   * @param paper the one asked for, outside phase list
   * @param camera the screen's camera that films the page, in phase scan
   * @param notice what is wrong with the page just taken, or with the list
   */
  record Materials(
      Phase phase,
      List<Line> lines,
      Optional<Paper> paper,
      Optional<Camera> camera,
      Optional<Notice> notice,
      List<Choice> choices)
      implements Step {
    @Override
    public StepKind kind() {
      return StepKind.MATERIALS;
    }

    /** What is being done. */
    public enum Phase {
      /** Everything at a glance. */
      LIST,
      /** One of several papers or promises is picked. */
      WAY,
      /** A paper lies under the camera. */
      SCAN
    }

    /** How far a line has come. */
    public enum State {
      /** Nothing yet. */
      OPEN,
      /** Its pages are taken. */
      SCANNED,
      /** A promise is signed in its place. */
      PROMISED,
      /** 容缺: brought later. */
      LATER
    }

    /** One thing to hand in. */
    public record Line(
        String id, String name, Optional<String> note, State state, String stateLabel, int pages) {}

    /**
     * The paper asked for.
     *
     * @param ways what is enough instead; empty where there is no choice
     * @param mostPages no more pages than this are taken
     * @param working a page is being taken
     */
    public record Paper(
        String name,
        Optional<String> hint,
        List<Way> ways,
        List<Page> pages,
        int mostPages,
        boolean working) {}

    /** One way to prove it; a promise is signed here. */
    public record Way(String id, String label, boolean promise) {}

    /** A page that is kept, numbered from 1; one from the camera can be turned upright. */
    public record Page(String id, int number, boolean turns) {}
  }

  /** The full text before signing. */
  record Commitment(
      String title, String version, String digest, List<String> paragraphs, Optional<String> error)
      implements Step {
    @Override
    public StepKind kind() {
      return StepKind.COMMITMENT;
    }
  }

  /**
   * Signature on glass.
   *
   * @param text what is signed
   * @param confirmable whether the end of one's document number may be entered instead
   * @param witnessable whether staff can be called to see a thumbprint 手印 instead
   * @param error why what was given does not do
   */
  record Sign(String text, boolean confirmable, boolean witnessable, Optional<String> error)
      implements Step {
    @Override
    public StepKind kind() {
      return StepKind.SIGN;
    }
  }

  /** Check the answers. */
  record Review(List<Group> groups, Optional<Notice> notice) implements Step {
    @Override
    public StepKind kind() {
      return StepKind.REVIEW;
    }
  }

  /** The service is working. */
  record Wait(Doing doing, String text, Instant since, List<Choice> choices) implements Step {
    @Override
    public StepKind kind() {
      return StepKind.WAIT;
    }

    /** What it is working on. */
    public enum Doing {
      /** Asking the platform. */
      LOOKUP,
      /** Handing in. */
      SUBMIT,
      /** The certified module looks at the face. */
      FACE,
      /** Printing. */
      PRINT,
      /** Staff are to come. */
      STAFF
    }
  }

  /** A query's answer. */
  record Answer(
      String title,
      List<Group> groups,
      Optional<Page> page,
      Optional<Notice> notice,
      List<Choice> choices)
      implements Step {
    @Override
    public StepKind kind() {
      return StepKind.ANSWER;
    }

    /** Page {@code at} of {@code of}, from 1. */
    public record Page(int at, int of) {}
  }

  /**
   * Paper comes out, or does not.
   *
   * @param medium what it comes out on
   * @param preview what the paper looks like; absent until it is made
   * @param takeAwayUntil when the offer to a phone ends; absent where none is made
   * @param levels of a rating asked beside it, the best first; empty where none is asked
   */
  record Paper(
      Phase phase,
      Notice notice,
      Medium medium,
      Optional<Preview> preview,
      Optional<Instant> takeAwayUntil,
      List<Rate.Level> levels,
      List<Choice> choices)
      implements Step {
    @Override
    public StepKind kind() {
      return StepKind.PAPER;
    }

    /** What paper comes out on. */
    public enum Medium {
      /** A strip of the receipt printer's roll. */
      ROLL,
      /** Sheets of A4. */
      A4
    }

    /**
     * The paper as a picture, to be had at {@code /api/journey/paper/PAGE}.
     *
     * @param title what it is called
     * @param pages how many pages it has
     * @param picture changes with the picture
     */
    public record Preview(String title, int pages, int picture) {}

    /** What is known of the paper. */
    public enum Phase {
      /** Being made. */
      PREPARING,
      /** Waits for the citizen's nod. */
      PREVIEW,
      /** Waits for the printer. */
      QUEUED,
      /** On its way. */
      PRINTING,
      /** The printer said so. */
      PRINTED,
      /** Nothing came out. */
      NOT_PRINTED,
      /** Some of it came out. */
      PARTLY,
      /** The printer did not say. */
      UNKNOWN,
      /** It cannot be had here. */
      WITHHELD,
      /** A phone may fetch it. */
      TAKE_AWAY,
      /** A phone has fetched it. */
      TAKEN
    }
  }

  /**
   * How the filing ended.
   *
   * @param number the platform's number 受理号
   * @param phone how it goes on with the citizen's own phone
   */
  record Result(
      Outcome outcome,
      Notice notice,
      Optional<String> number,
      List<Row> rows,
      Optional<OnPhone> phone,
      List<Choice> choices)
      implements Step {

    /** A result that ends here. */
    public Result(
        Outcome outcome,
        Notice notice,
        Optional<String> number,
        List<Row> rows,
        List<Choice> choices) {
      this(outcome, notice, number, rows, Optional.empty(), choices);
    }

    /**
     * What a phone scans; the picture is to be had at {@code /api/journey/paper/phone}.
     *
     * @param sentence what to scan it with and what comes then
     * @param address what the symbol says, for whoever types it
     */
    public record OnPhone(String sentence, String address) {}

    @Override
    public StepKind kind() {
      return StepKind.RESULT;
    }

    /** Ending of a filing as a citizen understands it. */
    public enum Outcome {
      /** 已办结. */
      FINISHED,
      /** 已受理. */
      ACCEPTED,
      /** 已收件. */
      RECEIVED,
      /** 不予受理. */
      REFUSED,
      /** An earlier filing stands in the way. */
      ALREADY_FILED,
      /** 待确认. */
      UNCONFIRMED,
      /** Kept here, to be sent when the platform is back. */
      NOT_SENT_YET
    }
  }

  /**
   * 好差评: what the citizen thinks of it, if they care to say.
   *
   * @param level the one chosen, in the phases after level
   * @param reasons what may have been wrong
   */
  record Rate(
      Phase phase,
      List<Level> levels,
      Optional<Integer> level,
      List<Reason> reasons,
      Optional<Notice> notice,
      List<Choice> choices)
      implements Step {
    @Override
    public StepKind kind() {
      return StepKind.RATE;
    }

    /** What is asked. */
    public enum Phase {
      /** How satisfied. */
      LEVEL,
      /** Why not. */
      REASONS,
      /** Where to reply to. */
      CONTACT
    }

    /** One of five, 5 the best. */
    public record Level(int level, String label) {}

    /** Something that may have been wrong. */
    public record Reason(String id, String label) {}
  }

  /**
   * Staff stand at the screen.
   *
   * @param title what they are to do
   * @param sentence how; "" where the title says it
   * @param facts what they should know
   */
  record Staff(
      Phase phase,
      String title,
      String sentence,
      Optional<Notice> notice,
      List<Row> facts,
      List<Choice> choices)
      implements Step {

    @Override
    public StepKind kind() {
      return StepKind.STAFF;
    }

    /** What the screen is for. */
    public enum Phase {
      /** Their card was shown; its PIN is wanted. */
      PIN,
      /** What there is to do, one button each. */
      DESK,
      /** One thing to do with the hands. */
      DO,
      /** The terminal works. */
      WORKING
    }
  }

  /** Everything is wiped already; what is left is to take card and paper. */
  record Goodbye(boolean takeCard, boolean takePaper, Optional<Notice> notice) implements Step {
    @Override
    public StepKind kind() {
      return StepKind.GOODBYE;
    }
  }
}

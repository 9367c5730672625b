package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.Institution;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.record.InsuranceStatus;

/**
 * What one province does its own way, as data: which transactions serve what, what its answer codes
 * mean, how its code tables read, and how a filing's fields are called.
 *
 * @param id short name, e.g. {@code sandbox}
 * @param title name for staff
 * @param infver version of the interface, sent with every message
 * @param receiver recer_sys_code
 * @param answers what answer codes mean
 * @param transactions numbers of the transactions; one left out is not offered
 * @param voucher how e-vouchers are decoded
 * @param face how faces are checked
 * @param codes code tables by name
 * @param filings filings by the region packs' word for them
 */
public record ProvinceProfile(
    String id,
    String title,
    String infver,
    String receiver,
    Answers answers,
    Map<Operation, String> transactions,
    VoucherProfile voucher,
    FaceProfile face,
    Map<String, CodeTable> codes,
    Map<String, FilingProfile> filings) {

  /** Word of an e-voucher among the credentials. */
  static final String VOUCHER = "ELECTRONIC_VOUCHER";

  /** Word of a social-security card among the credentials. */
  static final String SOCIAL_SECURITY_CARD = "SOCIAL_SECURITY_CARD";

  /** Code tables every profile has, and the words they may hold; no words: any. */
  private static final Map<String, Set<String>> TABLES =
      Map.ofEntries(
          Map.entry("identityDocument", names(PresentedCredential.Document.values())),
          Map.entry("credential", credentials()),
          Map.entry("insuranceKind", names(InsuranceKind.values())),
          Map.entry("insuranceStatus", names(InsuranceStatus.values())),
          Map.entry("progress", names(FilingState.values())),
          Map.entry("arrived", Set.of("true", "false")),
          Map.entry("institutionKind", names(Institution.Kind.values())),
          Map.entry("accumulation", Set.of()),
          Map.entry("careType", Set.of()),
          Map.entry("chargeLevel", Set.of()),
          Map.entry("personType", Set.of()),
          Map.entry("place", Set.of()),
          Map.entry("standing", names(FilingOnRecord.Standing.values())));

  public ProvinceProfile {
    Stream.of(id, title, infver, receiver, answers, voucher, face)
        .forEach(part -> Objects.requireNonNull(part, "a part of the profile is missing"));
    transactions = Map.copyOf(transactions);
    codes = Map.copyOf(codes);
    filings = Map.copyOf(filings);
  }

  /**
   * Reads a profile.
   *
   * @throws IOException when the file cannot be read or is not a profile; the message names the
   *     place in the file
   */
  public static ProvinceProfile read(Path file) throws IOException {
    ProvinceProfile profile =
        JsonMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readValue(file.toFile(), ProvinceProfile.class);
    profile.check(file);
    return profile;
  }

  private void check(Path file) throws IOException {
    for (Operation operation : Operation.values()) {
      if (operation.needed() && !transactions.containsKey(operation)) {
        throw new IOException(file + ": no transaction for " + operation);
      }
    }
    for (FilingProfile filing : filings.values()) {
      for (FieldProfile field : filing.fields().values()) {
        demand(field.table().map(codes::containsKey).orElse(true), file, field.codes());
      }
    }
    for (Map.Entry<String, Set<String>> needed : TABLES.entrySet()) {
      CodeTable table = codes.get(needed.getKey());
      demand(table != null, file, needed.getKey());
      Set<String> words = needed.getValue();
      demand(words.isEmpty() || words.containsAll(table.words()), file, needed.getKey());
    }
    demand(tellsCredentials(table("credential")), file, "credential");
  }

  private static boolean tellsCredentials(CodeTable table) {
    return table
        .words()
        .containsAll(
            Set.of(VOUCHER, SOCIAL_SECURITY_CARD, PresentedCredential.Document.RESIDENT_ID.name()));
  }

  private static void demand(boolean holds, Path file, String table) throws IOException {
    if (!holds) {
      throw new IOException(file + ": code table " + table + " is missing or has unknown words");
    }
  }

  private static Set<String> credentials() {
    Set<String> words = new HashSet<>(names(PresentedCredential.Document.values()));
    words.add(VOUCHER);
    words.add(SOCIAL_SECURITY_CARD);
    return words;
  }

  private static Set<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).collect(Collectors.toUnmodifiableSet());
  }

  /** The transaction for an operation; empty when the province does not offer it. */
  Optional<String> infno(Operation operation) {
    return Optional.ofNullable(transactions.get(operation));
  }

  /** The transaction for an operation every profile has. */
  String needed(Operation operation) {
    return infno(operation).orElseThrow();
  }

  CodeTable table(String name) {
    return Objects.requireNonNull(codes.get(name), name);
  }

  /**
   * The kind of filing that shows in a row: its tell-tale field is there and, where such filings
   * are always sent with one value of it, has that value.
   *
   * @param text the row's fields
   */
  Optional<String> operationOf(Function<String, Optional<String>> text) {
    return filings.entrySet().stream()
        .filter(entry -> entry.getValue().shows(text))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  Optional<FilingProfile> filing(String operation) {
    return Optional.ofNullable(filings.get(operation));
  }

  /**
   * Answer codes infcode by what they mean; every code in none of the lists is a refusal.
   *
   * @param success done
   * @param signInAgain nothing was done, the sign-in is no longer good
   * @param messageRepeated nothing was done, the msgid was used before
   * @param personNotKnown no such person
   * @param alreadyFiled an earlier filing stands in the way
   * @param filingNotThere nothing under this key
   * @param tooLate the filing is not given back any more; may be left out where the province has no
   *     code of its own for that
   * @param notNow nothing was done and later it may be, e.g. the clocks disagree
   * @param undetermined the code leaves open whether anything was done
   */
  public record Answers(
      List<String> success,
      List<String> signInAgain,
      List<String> messageRepeated,
      List<String> personNotKnown,
      List<String> alreadyFiled,
      List<String> filingNotThere,
      List<String> tooLate,
      List<String> notNow,
      List<String> undetermined) {

    public Answers {
      success = List.copyOf(success);
      signInAgain = List.copyOf(signInAgain);
      messageRepeated = List.copyOf(messageRepeated);
      personNotKnown = List.copyOf(personNotKnown);
      alreadyFiled = List.copyOf(alreadyFiled);
      filingNotThere = List.copyOf(filingNotThere);
      tooLate = tooLate == null ? List.of() : List.copyOf(tooLate);
      notNow = List.copyOf(notNow);
      undetermined = List.copyOf(undetermined);
    }
  }

  /**
   * How e-vouchers are decoded.
   *
   * @param businessType what the national service is told we decode for
   * @param codeField field that carries the code
   * @param success answer codes that mean done
   * @param expired answer codes for a code too old or used
   * @param otherCode answer codes for a code that is no e-voucher
   */
  public record VoucherProfile(
      String businessType,
      String codeField,
      List<String> success,
      List<String> expired,
      List<String> otherCode) {
    public VoucherProfile {
      Objects.requireNonNull(businessType, "businessType is missing");
      Objects.requireNonNull(codeField, "codeField is missing");
      success = List.copyOf(success);
      expired = List.copyOf(expired);
      otherCode = List.copyOf(otherCode);
    }
  }

  /**
   * How faces are checked.
   *
   * @param businessType what the national service is told we check for
   * @param success answer codes that mean done
   * @param noMatch answer codes for somebody else's face
   * @param notLive answer codes for no living face
   * @param tooManyTries answer codes for a person who may not try again today
   */
  public record FaceProfile(
      String businessType,
      List<String> success,
      List<String> noMatch,
      List<String> notLive,
      List<String> tooManyTries) {
    public FaceProfile {
      Objects.requireNonNull(businessType, "businessType is missing");
      success = List.copyOf(success);
      noMatch = List.copyOf(noMatch);
      notLive = List.copyOf(notLive);
      tooManyTries = List.copyOf(tooManyTries);
    }
  }

  /**
   * How one kind of filing is sent.
   *
   * @param infno transaction
   * @param node name of the input's object; absent: {@code data}
   * @param silence where a filing stands when the answer gives a number and no state; absent: such
   *     an answer is not understood
   * @param fixed national fields sent as they stand
   * @param fields form field to national field
   * @param knownBy national field that only filings of this kind have when they are on record;
   *     absent: they cannot be told from others
   * @param others name of the object that takes all other form fields under their own names;
   *     absent: there is no place for them
   */
  public record FilingProfile(
      String infno,
      String node,
      FilingState silence,
      Map<String, String> fixed,
      Map<String, FieldProfile> fields,
      String knownBy,
      String others) {
    public FilingProfile {
      Objects.requireNonNull(infno, "a filing has no transaction");
      node = Objects.requireNonNullElse(node, "data");
      fixed = Map.copyOf(fixed);
      fields = Map.copyOf(fields);
    }

    Optional<FilingState> stateWhenSilent() {
      return Optional.ofNullable(silence);
    }

    Optional<String> tellTale() {
      return Optional.ofNullable(knownBy);
    }

    boolean shows(Function<String, Optional<String>> text) {
      return tellTale()
          .flatMap(field -> text.apply(field).filter(v -> v.equals(fixed.getOrDefault(field, v))))
          .isPresent();
    }

    Optional<String> placeForOthers() {
      return Optional.ofNullable(others);
    }
  }

  /**
   * Where a form field goes.
   *
   * @param to national field
   * @param codes name of the code table its value is translated by; absent: sent as it stands
   */
  public record FieldProfile(String to, String codes) {
    public FieldProfile {
      Objects.requireNonNull(to, "a field goes nowhere");
    }

    Optional<String> table() {
      return Optional.ofNullable(codes);
    }
  }
}

package yibao.kiosk.journey.ending;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.identity.CitizenNumber;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.identity.Sex;
import yibao.kiosk.journey.agency.PrincipalFieldStage;
import yibao.kiosk.journey.submit.Ended;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Concerned;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.ShownCredential;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuredPerson;

/** What papers that a citizen signs say of those who sign, by the templates' field names. */
final class SignedBy {
  private static final String RESIDENT_CARD = "居民身份证";

  private SignedBy() {}

  static Map<String, Object> fields(Scene scene, Sheet sheet) {
    Visit visit = scene.visit();
    Map<String, Object> fields = new HashMap<>(concerned(scene, Concerned.by(sheet, visit)));
    fields.put("item", visit.item().orElseThrow().name());
    visit
        .outcome()
        .flatMap(outcome -> Ended.of(outcome, visit.dates(), scene.facilities()).number())
        .ifPresent(number -> fields.put("number", number));
    visit
        .policy()
        .ifPresent(
            policy -> {
              fields.put("insurance", policy.kind().label());
              fields.put("pool", policy.placeName());
            });
    insurance(visit)
        .ifPresent(
            held -> {
              held.employer().ifPresent(name -> fields.put("insuredEmployer", name));
              held.accountBalance().ifPresent(yuan -> fields.put("balance", yuan));
            });
    String promised =
        visit.promises().stream()
            .flatMap(
                signed ->
                    Optional.ofNullable(
                        scene.facilities().site().region().commitments().get(signed.id()))
                        .stream())
            .map(Commitment::title)
            .map(title -> "《" + title + "》")
            .collect(Collectors.joining("、"));
    if (!promised.isEmpty()) {
      fields.put("basis", promised);
    }
    fields.put("signedOn", scene.facilities().today());
    visit.signature().ifPresent(written -> fields.put("signature", written.json()));
    if (visit.signature().isEmpty()) {
      fields.remove("signedOn");
    }
    agent(visit, sheet, fields);
    return fields;
  }

  private static Optional<Insurance> insurance(Visit visit) {
    return visit.person().stream()
        .flatMap(person -> person.insurances().stream())
        .filter(
            held ->
                visit
                    .policy()
                    .filter(p -> p.kind() == held.kind() && p.place().equals(held.place()))
                    .isPresent())
        .findFirst();
  }

  private static Map<String, Object> concerned(Scene scene, Concerned whom) {
    Visit visit = scene.visit();
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", whom.name());
    fields.put("certno", whom.certificateNumber());
    fields.put("certType", RESIDENT_CARD);
    if (CitizenNumber.check(whom.certificateNumber(), scene.facilities().today())
        instanceof CitizenNumber.Check.Valid(CitizenNumber number)) {
      fields.put("gender", number.sex().label());
      fields.put("birth", number.birth());
    }
    if (visit.credential().orElse(null) instanceof ShownCredential.Chip(IdentityDocument card)
        && card.number().equals(whom.certificateNumber())) {
      card(fields, card);
    }
    visit
        .person()
        .ifPresent(
            person -> {
              contact(person, "personPhone", "personAddress", fields);
              if (person.certificateNumber().equals(whom.certificateNumber())) {
                contact(person, "phone", "address", fields);
              }
            });
    return fields;
  }

  private static void card(Map<String, Object> fields, IdentityDocument card) {
    fields.put("certType", card.kindLabel());
    fields.put("birth", card.birth());
    if (card.sex() == Sex.MALE || card.sex() == Sex.FEMALE) {
      fields.put("gender", card.sex().label());
    }
    if (card instanceof IdentityDocument.ResidentCard resident
        && !resident.ethnicGroup().isEmpty()) {
      fields.put("nation", resident.ethnicGroup() + "族");
    }
  }

  private static void contact(
      InsuredPerson person, String phone, String address, Map<String, Object> fields) {
    person.phone().ifPresent(number -> fields.put(phone, number));
    person.address().ifPresent(where -> fields.put(address, where));
  }

  /** Who acts for somebody else: an agent 代办人, or whoever stands there for their child. */
  private static void agent(Visit visit, Sheet sheet, Map<String, Object> fields) {
    Optional<IdentityDocument> card = visit.agency().flatMap(Agency::agent);
    if (card.isPresent()) {
      fields.put("agent", card.get().name());
      fields.put("agentCertno", card.get().number());
      fields.put("agentRelation", visit.agency().get().relationLabel());
      fields.put("signer", card.get().name());
    } else if (!Concerned.by(sheet, visit).standsThere(visit)) {
      Concerned.whoStandsThere(visit)
          .ifPresent(
              there -> {
                fields.put("agent", there.name());
                fields.put("agentCertno", there.certificateNumber());
                fields.put("signer", there.name());
              });
    }
  }

  /** The first row of a consent's members: whoever signed it here. */
  static Map<String, Object> member(Map<String, Object> known) {
    Map<String, Object> member = new HashMap<>();
    boolean agent = known.containsKey("agent");
    member.put("name", known.get(agent ? "agent" : "name"));
    member.put("certno", known.get(agent ? "agentCertno" : "certno"));
    member.put("relation", agent ? known.getOrDefault("agentRelation", "代办人") : "本人");
    if (known.containsKey("signature")) {
      member.put("signature", known.get("signature"));
    }
    return member;
  }

  /** The fields of an authority 授权委托书, both of whose parties signed here. */
  static Map<String, Object> authority(Scene scene) {
    Visit visit = scene.visit();
    Map<String, Object> fields = new HashMap<>();
    Concerned principal = Concerned.whoStandsThere(visit).orElseThrow();
    fields.put("principal", principal.name());
    fields.put("principalCertType", RESIDENT_CARD);
    fields.put("principalCertno", principal.certificateNumber());
    visit
        .person()
        .flatMap(InsuredPerson::phone)
        .ifPresent(phone -> fields.put("principalPhone", phone));
    Agency agency = visit.agency().orElseThrow();
    IdentityDocument agent = agency.agent().orElseThrow();
    fields.put("agent", agent.name());
    fields.put("agentCertType", agent.kindLabel());
    fields.put("agentCertno", agent.number());
    fields.put("relation", agency.relationLabel());
    visit
        .entry(PrincipalFieldStage.AUTHORITY_UNTIL.name())
        .map(Visit.Entry::value)
        .filter(day -> !day.isEmpty())
        .ifPresent(day -> fields.put("until", day));
    visit
        .principalSignature()
        .ifPresent(written -> fields.put("principalSignature", written.json()));
    visit.signature().ifPresent(written -> fields.put("agentSignature", written.json()));
    return fields;
  }
}

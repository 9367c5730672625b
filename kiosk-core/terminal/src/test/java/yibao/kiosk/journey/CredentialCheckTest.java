package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.CredentialRule;
import yibao.kiosk.catalog.IdentityDocument;
import yibao.kiosk.identity.SocialSecurityCard;
import yibao.kiosk.journey.identify.CredentialCheck;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.ShownCredential;

class CredentialCheckTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  /** As 青海's list prints it for 生育: 医保电子凭证或社会保障卡. */
  private static final CredentialRule BIRTH =
      new CredentialRule(Set.of(Credential.E_VOUCHER, Credential.SOCIAL_SECURITY_CARD), Set.of());

  private static String sentence(CredentialCheck.Refusal refusal) {
    return Sentences.chinese().say(refusal.code(), refusal.params());
  }

  @Test
  void an_identity_card_where_the_list_names_two_others_is_refused_with_what_to_show_instead() {
    CredentialCheck check = new CredentialCheck(BIRTH, TODAY);

    assertEquals(
        "这项业务不能用有效身份证件办理，请出示医保电子凭证或社会保障卡。",
        sentence(check.ofKind(Credential.IDENTITY_DOCUMENT).orElseThrow()));
    assertTrue(check.of(new ShownCredential.Chip(FakeHall.card())).isPresent());
    assertEquals(Optional.empty(), check.ofKind(Credential.SOCIAL_SECURITY_CARD));
  }

  @Test
  void a_document_of_another_kind_than_the_list_names_is_refused_by_its_name() {
    CredentialRule permits =
        new CredentialRule(
            Set.of(Credential.IDENTITY_DOCUMENT),
            Set.of(IdentityDocument.HK_MACAO_TAIWAN_RESIDENCE_PERMIT));

    assertEquals(
        "这项业务不能用居民身份证办理，可以用的证件：港澳台居民居住证。",
        sentence(
            new CredentialCheck(permits, TODAY)
                .of(new ShownCredential.Chip(FakeHall.card()))
                .orElseThrow()));
  }

  @Test
  void a_card_is_good_on_its_last_day_and_not_on_the_day_after() {
    CredentialCheck check = new CredentialCheck(BIRTH, TODAY);

    assertEquals(Optional.empty(), check.of(cardUntil(TODAY)));
    assertEquals("ss-card.expired", check.of(cardUntil(TODAY.minusDays(1))).orElseThrow().code());
  }

  private static ShownCredential cardUntil(LocalDate last) {
    return new ShownCredential.Card(
        new SocialSecurityCard(
            "A12345678",
            "63010000D15600000500000000000001",
            "630100",
            Optional.of(last),
            Optional.empty()));
  }
}

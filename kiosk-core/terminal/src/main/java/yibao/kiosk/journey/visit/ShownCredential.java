package yibao.kiosk.journey.visit;

import java.util.Optional;
import yibao.kiosk.catalog.Assurance;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.identity.SocialSecurityCard;
import yibao.kiosk.platform.PresentedCredential;
import yibao.kiosk.platform.PresentedCredential.Document;

/** The credential 凭证 a citizen has shown, as far as it was read. */
public sealed interface ShownCredential {

  /** Which of the three it is. */
  Credential kind();

  /** The holder's name as it says; empty when it names nobody. */
  Optional<String> holderName();

  /** The holder's document number as it says; empty when it names nobody. */
  Optional<String> holderNumber();

  /** Whether somebody of this full name may hold it. */
  boolean mayBelongTo(String fullName);

  /** What the card itself is known by; empty for what is no chip card. */
  default Optional<String> cardNumber() {
    return switch (this) {
      case Chip(IdentityDocument document) -> Optional.of("id-card " + document.number());
      case Card(SocialSecurityCard card) -> Optional.of("ss-card " + card.number());
      case Written _, Voucher _ -> Optional.empty();
    };
  }

  /** What the platform is asked with. */
  PresentedCredential presented();

  /** How sure it alone makes us. An e-voucher is a live code on a telephone its holder unlocked. */
  default Assurance assurance() {
    return switch (this) {
      case Chip _, Card _, Written _ -> Assurance.POSSESSION;
      case Voucher _ -> Assurance.PIN;
    };
  }

  /** A chip identity document 有效身份证件. */
  record Chip(IdentityDocument document) implements ShownCredential {
    @Override
    public Credential kind() {
      return Credential.IDENTITY_DOCUMENT;
    }

    @Override
    public Optional<String> holderName() {
      return Optional.of(document.name());
    }

    @Override
    public Optional<String> holderNumber() {
      return Optional.of(document.number());
    }

    @Override
    public boolean mayBelongTo(String fullName) {
      return document.mayBelongTo(fullName);
    }

    @Override
    public PresentedCredential presented() {
      return new PresentedCredential.IdentityCard(
          document.number(),
          document.name(),
          switch (document) {
            case IdentityDocument.ResidentCard _ -> Document.RESIDENT_ID;
            case IdentityDocument.ResidencePermit _ -> Document.HMT_RESIDENCE_PERMIT;
            case IdentityDocument.PermanentResidentCard _ -> Document.FOREIGN_PERMANENT_RESIDENCE;
          });
    }
  }

  /** A social-security card 社会保障卡; the third generation names nobody. */
  record Card(SocialSecurityCard card) implements ShownCredential {
    @Override
    public Credential kind() {
      return Credential.SOCIAL_SECURITY_CARD;
    }

    @Override
    public Optional<String> holderName() {
      return card.holder().map(SocialSecurityCard.Holder::name);
    }

    @Override
    public Optional<String> holderNumber() {
      return card.holder().map(SocialSecurityCard.Holder::number);
    }

    @Override
    public boolean mayBelongTo(String fullName) {
      return card.holder().map(holder -> holder.mayBe(fullName)).orElse(true);
    }

    @Override
    public PresentedCredential presented() {
      return new PresentedCredential.SocialSecurityCard(card.number(), card.identification());
    }
  }

  /** Name and number written by an agent, where the principal has no card to lay down. */
  record Written(String name, String number) implements ShownCredential {
    @Override
    public Credential kind() {
      return Credential.IDENTITY_DOCUMENT;
    }

    @Override
    public Optional<String> holderName() {
      return Optional.of(name);
    }

    @Override
    public Optional<String> holderNumber() {
      return Optional.of(number);
    }

    @Override
    public boolean mayBelongTo(String fullName) {
      return name.equals(fullName);
    }

    @Override
    public PresentedCredential presented() {
      return new PresentedCredential.IdentityCard(number, name, Document.RESIDENT_ID);
    }

    @Override
    public String toString() {
      return "Written";
    }
  }

  /** An e-voucher 医保电子凭证, decoded. */
  record Voucher(PresentedCredential.ElectronicVoucher voucher) implements ShownCredential {
    @Override
    public Credential kind() {
      return Credential.E_VOUCHER;
    }

    @Override
    public Optional<String> holderName() {
      return Optional.of(voucher.name());
    }

    @Override
    public Optional<String> holderNumber() {
      return Optional.of(voucher.number());
    }

    @Override
    public boolean mayBelongTo(String fullName) {
      return voucher.name().equals(fullName);
    }

    @Override
    public PresentedCredential presented() {
      return voucher;
    }
  }
}

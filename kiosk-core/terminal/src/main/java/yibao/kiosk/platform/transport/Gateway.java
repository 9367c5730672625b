package yibao.kiosk.platform.transport;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.InstantSource;

/** What a province's gateway wants around the envelope. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Gateway.Plain.class, name = "plain"),
  @JsonSubTypes.Type(value = Gateway.Csb.class, name = "csb"),
  @JsonSubTypes.Type(value = Gateway.Tif.class, name = "tif"),
  @JsonSubTypes.Type(value = Gateway.SmEnvelope.class, name = "sm-envelope"),
  @JsonSubTypes.Type(value = Gateway.Cainfo.class, name = "cainfo")
})
public sealed interface Gateway {

  /** The transport that speaks so. */
  Transport open(HttpPost post, InstantSource clock);

  /** Nothing. */
  record Plain() implements Gateway {
    @Override
    public Transport open(HttpPost post, InstantSource clock) {
      return new PlainTransport(post);
    }
  }

  /** Headers of a CSB gateway. */
  record Csb(CsbTransport.Account account) implements Gateway {
    @Override
    public Transport open(HttpPost post, InstantSource clock) {
      return new CsbTransport(post, account, clock);
    }
  }

  /** Headers of a TIF gateway. */
  record Tif(TifTransport.Account account) implements Gateway {
    @Override
    public Transport open(HttpPost post, InstantSource clock) {
      return new TifTransport(post, account, clock);
    }
  }

  /** An envelope signed with SM2 and encrypted with SM4. */
  record SmEnvelope(SmEnvelopeTransport.Account account) implements Gateway {
    @Override
    public Transport open(HttpPost post, InstantSource clock) {
      return new SmEnvelopeTransport(post, account, clock);
    }
  }

  /**
   * Input encrypted in place, signed in cainfo.
   *
   * @param access where its bearer tokens come from
   */
  record Cainfo(CainfoTransport.Account account, AccessToken.Source access) implements Gateway {
    @Override
    public Transport open(HttpPost post, InstantSource clock) {
      return new CainfoTransport(post, account, access.open(post, clock));
    }

    @Override
    public String toString() {
      return "Cainfo";
    }
  }
}

package yibao.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordCipherTest {
  private static final byte[] PLAIN = "完颜若水".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @EnumSource(DataCipher.class)
  void aRecordOpensInItsOwnPlaceOnlyAndNotWithOneBitChanged(DataCipher kind) {
    RecordCipher cipher = cipher(key("k1", kind));
    byte[] record = cipher.encrypt("filing/a/document", PLAIN);
    assertArrayEquals(PLAIN, cipher.decrypt("filing/a/document", record));
    assertThrows(StoreFault.class, () -> cipher.decrypt("filing/b/document", record));
    for (int bit = 0; bit < record.length * 8; bit++) {
      byte[] changed = record.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(StoreFault.class, () -> cipher.decrypt("filing/a/document", changed));
    }
    for (int length = 0; length < record.length; length++) {
      byte[] cut = Arrays.copyOf(record, length);
      assertThrows(StoreFault.class, () -> cipher.decrypt("filing/a/document", cut));
    }
  }

  @ParameterizedTest
  @EnumSource(DataCipher.class)
  void nothingIsEncryptedTheSameWayTwice(DataCipher kind) {
    RecordCipher cipher = cipher(key("k1", kind));
    assertThrows(
        AssertionError.class,
        () -> assertArrayEquals(cipher.encrypt("p", PLAIN), cipher.encrypt("p", PLAIN)));
  }

  @Test
  void whatAnOlderKeyWithAnotherCipherMadeIsStillRead() {
    DataKey old = key("old", DataCipher.AES_256_GCM);
    DataKey current = key("new", DataCipher.SM4_GCM);
    byte[] record = cipher(old).encrypt("p", PLAIN);
    assertArrayEquals(PLAIN, cipher(old, current).decrypt("p", record));
    assertEquals(2, cipher(old, current).encrypt("p", PLAIN)[0]);
  }

  /** RFC 8998, appendix A.1. */
  @Test
  void sm4InGaloisCounterModeGivesThePublishedBytes() {
    HexFormat hex = HexFormat.of();
    byte[] plain =
        hex.parseHex(
            "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    Optional<byte[]> sealed =
        Sm4Gcm.apply(
            true,
            new SecretKeySpec(hex.parseHex("0123456789abcdeffedcba9876543210"), "SM4"),
            128,
            hex.parseHex("00001234567800000000abcd"),
            hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
            plain);
    assertEquals(
        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
            + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
            + "83de3541e4c2b58177e065a9bf7b62ec",
        hex.formatHex(sealed.orElseThrow()));
  }

  private static RecordCipher cipher(DataKey... keys) {
    return new RecordCipher(new Keys(List.of(keys)), new SecureRandom());
  }

  private static DataKey key(String id, DataCipher cipher) {
    return new DataKey(id, Keys.named(id).current().material(), cipher);
  }
}

package yibao.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import yibao.sandbox.ledger.LedgerFiling;

/** A sandbox of its own for each test, spoken to in envelopes written by hand. */
abstract class SandboxDialogue {

  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T01:30:00Z"));

  private static final String ENVELOPE =
      """
      {"infno":"1101","msgid":"H63010000001202611220930000001","mdtrtarea_admvs":"630100",
       "insuplc_admdvs":"","recer_sys_code":"SANDBOX","dev_no":"T1","dev_safe_info":null,"cainfo":"",
       "signtype":"","infver":"V1.0","opter_type":"2","opter":"kiosk","opter_name":"自助终端",
       "inf_time":"2026-11-22 09:30:00","fixmedins_code":"H63010000001","fixmedins_name":"西宁大厅",
       "sign_no":null,"input":{}}
      """;

  static final String RELOCATION =
      """
      {"data":{"idemp_key":"0123456789abcdef0123456789abcdef","evt_type":"1",
       "psn_no":"63010200000000000001","psn_name":"马文轩","certno":"630102198604129916",
       "insutype":"310","opt_chnl":"6","rloc_rea":"07","rloc_admdvs":"310000",
       "begndate":"2026-11-22","resout_addr":"上海市杨浦区梧桐里12号","tel":"13900000001",
       "att_cnt":"0","cmmt_id":"relocation","cmmt_ver":"2024-1",
       "cmmt_dgst":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
       "sign_flag":"1",
       "sign_dgst":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}
      """;

  @TempDir Path directory;

  final JsonMapper mapper = new JsonMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  SandboxPlatform platform;
  private int messages;

  @BeforeEach
  void start() throws IOException {
    platform = SandboxPlatform.start(new SandboxPlatform.Settings(directory, 0, CLOCK));
  }

  @AfterEach
  void stop() throws IOException {
    platform.close();
    http.close();
  }

  LedgerFiling.State state(String number) {
    return platform.filings().stream()
        .filter(it -> it.number().equals(number))
        .findFirst()
        .orElseThrow()
        .state();
  }

  static String number(JsonNode answer) {
    return answer.at("/output/result/trt_dcla_detl_sn").asText();
  }

  JsonNode business(String type, String key, String form) throws Exception {
    return data(
        "990110",
        """
        {"idemp_key":"%s","biz_type":"%s","psn_no":"63010200000000000001","psn_name":"马文轩",
         "certno":"630102198604129916","opt_chnl":"6","appy_cont":%s}
        """
            .formatted(key.repeat(32), type, form));
  }

  JsonNode data(String infno, String data) throws Exception {
    ObjectNode envelope = envelope(infno, signIn());
    envelope.put("insuplc_admdvs", "630100");
    envelope.putObject("input").set("data", mapper.readTree(data));
    return send(envelope);
  }

  JsonNode person(String number) throws Exception {
    ObjectNode envelope = envelope("1101", signIn());
    envelope
        .putObject("input")
        .putObject("data")
        .put("mdtrt_cert_type", "02")
        .put("mdtrt_cert_no", number);
    return send(envelope);
  }

  JsonNode file(String input) throws Exception {
    return file(input, signIn());
  }

  JsonNode file(String input, String sign) throws Exception {
    ObjectNode envelope = envelope("990101", sign);
    envelope.put("insuplc_admdvs", "630100");
    envelope.set("input", mapper.readTree(input));
    return send(envelope);
  }

  String signIn() throws Exception {
    ObjectNode envelope = envelope("9001", null);
    envelope.set(
        "input",
        mapper.readTree(
            "{\"signIn\":{\"opter_no\":\"kiosk\",\"mac\":\"02:00:00:00:00:01\",\"ip\":\"127.0.0.1\"}}"));
    return send(envelope).at("/output/signinoutb/sign_no").asText();
  }

  ObjectNode envelope(String infno, String sign) throws Exception {
    ObjectNode envelope = (ObjectNode) mapper.readTree(ENVELOPE);
    messages++;
    return envelope
        .put("infno", infno)
        .put("sign_no", sign)
        .put("msgid", "H6301000000120261122093000%04d".formatted(messages));
  }

  JsonNode send(JsonNode envelope) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(platform.address())
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(envelope)))
            .build();
    return mapper.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}

package yibao.sandbox.desk;

import java.util.Optional;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.people.PlatformRecord;
import yibao.sandbox.people.SandboxPerson;

/** Whether a filing's person is who it says and has benefits now under the insurance it names. */
final class Entitlement {

  private static final String NORMAL = "1";

  private final Register register;

  Entitlement(Register register) {
    this.register = register;
  }

  /** Why not; empty when all is well. */
  Optional<Answer> refusal(Request request, Inputs input) {
    Optional<SandboxPerson> person = register.byPlatformNumber(input.text("psn_no"));
    if (person.filter(it -> it.card().number().equals(input.text("certno"))).isEmpty()) {
      return refuse(Codes.NO_SUCH_PERSON, "人员编号与证件号码不符");
    }
    Optional<PlatformRecord.Insured> insured =
        person.get().platform().orElseThrow().insurances().stream()
            .filter(it -> it.kind().equals(input.text("insutype")))
            .filter(it -> request.insuredPlace().filter(it.place()::equals).isPresent())
            .findFirst();
    if (insured.isEmpty()) {
      return refuse(Codes.NOT_ENTITLED, "该人员在此参保地没有此险种");
    }
    return insured.get().status().equals(NORMAL)
        ? Optional.empty()
        : refuse(Codes.NOT_ENTITLED, "该人员当前时间不享受医疗待遇");
  }

  private static Optional<Answer> refuse(int code, String words) {
    return Optional.of(Answer.refused(code, words));
  }
}

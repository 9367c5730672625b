package yibao.accounts;

import java.util.Optional;
import java.util.stream.Stream;

/** What somebody is in the hall; what each may do stands in the contract's {@code x-roles}. */
public enum Role {
  /** Looks after citizens and terminals 工作人员. */
  STAFF("staff"),
  /** Repairs terminals 技术人员. */
  TECHNICIAN("technician"),
  /** Answers for the hall 主管. */
  SUPERVISOR("supervisor");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** The word in the contract and in the accounts' file. */
  public String word() {
    return word;
  }

  /** The role of a word. */
  public static Optional<Role> of(String word) {
    return Stream.of(values()).filter(role -> role.word.equals(word)).findFirst();
  }
}

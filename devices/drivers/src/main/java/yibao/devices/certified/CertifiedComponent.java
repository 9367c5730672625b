package yibao.devices.certified;

import java.time.Duration;
import yibao.devices.Device;

/**
 * The certified component of a 医保业务综合服务终端 (XJ-D01, {@code NationEcTrans}): reads e-vouchers 医保电子凭证
 * and looks at faces by itself, and tells its host no more than who it was. One call at a time.
 */
public interface CertifiedComponent extends Device {

  /**
   * One call, such as {@code cn.nhsa.ec.auth}; blocks while the component works.
   *
   * @param request a JSON object in UTF-8 with {@code transType}, {@code orgId} and {@code data}
   * @param limit how long to wait for the answer; a library in our own process cannot be cut short
   */
  Answer call(byte[] request, Duration limit);

  /** How a call ended. */
  sealed interface Answer {

    /**
     * The component answered, whatever it says.
     *
     * @param json in UTF-8, at most {@link CertifiedComponent#LONGEST_ANSWER} bytes
     */
    record Said(byte[] json) implements Answer {
      /** The answer names a person. */
      @Override
      public String toString() {
        return "Said[" + json.length + " bytes]";
      }
    }

    /** The component certainly did not get the call. */
    record NotReached() implements Answer {}

    /** The component may have got the call; its answer is lost. */
    record Lost() implements Answer {}
  }

  /** The longest answer that is taken. */
  int LONGEST_ANSWER = 1 << 18;
}

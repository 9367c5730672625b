package yibao.sandbox.desk;

import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Request;

/** Serves one transaction. */
@FunctionalInterface
interface Desk {
  Answer serve(Request request);
}

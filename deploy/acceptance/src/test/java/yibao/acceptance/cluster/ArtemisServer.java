package yibao.acceptance.cluster;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.config.ha.SharedStoreBackupPolicyConfiguration;
import org.apache.activemq.artemis.core.config.ha.SharedStorePrimaryPolicyConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;

/**
 * One server of an ActiveMQ Artemis pair over a shared store: the first to lock the store serves,
 * the other waits until it is gone.
 */
final class ArtemisServer {
  private ArtemisServer() {}

  /** Serves until killed: {@code primary|backup}, MQTT port, folder of the shared store. */
  public static void main(String[] args) throws Exception {
    Logger.getLogger("").setLevel(Level.WARNING);
    Path store = Path.of(args[2]);
    ConfigurationImpl config = new ConfigurationImpl();
    config
        .setName(args[0])
        .setSecurityEnabled(false)
        .setPersistenceEnabled(true)
        .setJournalType(JournalType.NIO)
        .setJournalDirectory(store.resolve("journal").toString())
        .setBindingsDirectory(store.resolve("bindings").toString())
        .setLargeMessagesDirectory(store.resolve("large").toString())
        .setPagingDirectory(store.resolve("paging").toString())
        .setHAPolicyConfiguration(
            args[0].equals("primary")
                ? new SharedStorePrimaryPolicyConfiguration()
                : new SharedStoreBackupPolicyConfiguration())
        .addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + args[1] + "?protocols=MQTT");
    ActiveMQServerImpl server = new ActiveMQServerImpl(config);
    server.start();
    Thread.currentThread().join();
  }
}

package yibao.demo.hall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import yibao.telemetry.BrokerAddress;

/** The configuration of one hall's Mosquitto and its list of who may do what. */
final class MosquittoFiles {
  private MosquittoFiles() {}

  /** Writes both into a folder; returns the configuration. */
  static Path write(Path folder, String hall, int port, BrokerAddress.Tls tls) throws IOException {
    Path access = folder.resolve("mosquitto.acl");
    Files.writeString(
        access,
        """
        # A terminal speaks for itself and hears what is meant for it.
        pattern write yibao/%1$s/%%u/state
        pattern write yibao/%1$s/%%u/report
        pattern read yibao/%1$s/%%u/taken
        pattern read yibao/%1$s/%%u/command
        pattern read yibao/%1$s/%%u/defaults

        # The monitor hears every terminal and alone may tell them anything.
        user %2$s
        topic read yibao/+/+/state
        topic read yibao/+/+/report
        topic write yibao/+/+/taken
        topic write yibao/+/+/command
        topic write yibao/+/+/defaults
        """
            .formatted(hall, Mosquitto.MONITOR));
    Path file = folder.resolve("mosquitto.conf");
    Files.writeString(
        file,
        """
        listener %d 127.0.0.1
        cafile %s
        certfile %s
        keyfile %s
        require_certificate true
        use_identity_as_username true
        allow_anonymous false
        acl_file %s
        tls_version tlsv1.2
        message_size_limit 65536
        max_keepalive 60
        max_queued_messages 10000
        persistence true
        persistence_location %s/
        autosave_interval 30
        log_dest file %s
        log_type error
        log_type warning
        log_type notice
        """
                .formatted(
                    port,
                    tls.authority(),
                    tls.certificate(),
                    tls.key(),
                    access,
                    folder,
                    folder.resolve("mosquitto.log"))
            + (System.getProperty("user.name").equals("root") ? "user root\n" : ""));
    return file;
  }
}

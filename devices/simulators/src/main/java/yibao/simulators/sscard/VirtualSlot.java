package yibao.simulators.sscard;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import java.util.OptionalInt;
import jdk.net.ExtendedSocketOptions;

/**
 * A slot of the PC/SC service's virtual reader (vpcd): a card is in it while this end is connected.
 * Messages are two bytes of length and that many bytes; those of one byte switch power, reset or
 * ask for the answer to reset.
 */
public final class VirtualSlot implements AutoCloseable {
  /** Where the first virtual slot listens. */
  public static final int FIRST_PORT = 35963;

  private static final int CONNECT_MILLIS = 5000;
  private static final int POWER_OFF = 0;
  private static final int POWER_ON = 1;
  private static final int RESET = 2;
  private static final int GIVE_ATR = 4;

  private final int port;
  private Optional<Socket> connection = Optional.empty();
  private OptionalInt pullAfter = OptionalInt.empty();

  /**
   * @param port of the slot on this machine
   */
  public VirtualSlot(int port) {
    this.port = port;
  }

  /**
   * Puts a card in.
   *
   * @throws IOException when there is no virtual reader
   */
  public synchronized void insert(Chip chip) throws IOException {
    pull();
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
    socket.setTcpNoDelay(true);
    connection = Optional.of(socket);
    Thread.ofPlatform().daemon().name("simulated card").start(() -> serve(socket, chip));
  }

  /** Pulls the card out after it has answered so many more commands. */
  public synchronized void pullAfter(int commands) {
    pullAfter = OptionalInt.of(commands);
  }

  /** Pulls the card out. */
  public synchronized void pull() {
    pullAfter = OptionalInt.empty();
    connection.ifPresent(VirtualSlot::disconnect);
    connection = Optional.empty();
  }

  @Override
  public void close() {
    pull();
  }

  private void serve(Socket socket, Chip chip) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      while (true) {
        // The service sends length and body apart; without this each waits for a late receipt.
        socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        byte[] message = new byte[in.readUnsignedShort()];
        in.readFully(message);
        answer(message, chip, out);
      }
    } catch (EOFException | SocketException e) {
      chip.reset();
    } catch (IOException e) {
      throw new IllegalStateException("the virtual reader cannot be spoken to", e);
    }
  }

  private void answer(byte[] message, Chip chip, DataOutputStream out) throws IOException {
    if (message.length == 1) {
      switch (message[0]) {
        case POWER_OFF, POWER_ON, RESET -> chip.reset();
        case GIVE_ATR -> send(chip.answerToReset(), out);
        default -> {}
      }
      return;
    }
    if (pulledNow()) {
      pull();
      return;
    }
    send(chip.transmit(message), out);
  }

  private synchronized boolean pulledNow() {
    if (pullAfter.isEmpty()) {
      return false;
    }
    int left = pullAfter.getAsInt();
    pullAfter = OptionalInt.of(left - 1);
    return left <= 0;
  }

  private static void send(byte[] bytes, DataOutputStream out) throws IOException {
    byte[] message = new byte[2 + bytes.length];
    message[0] = (byte) (bytes.length >> 8);
    message[1] = (byte) bytes.length;
    System.arraycopy(bytes, 0, message, 2, bytes.length);
    out.write(message);
    out.flush();
  }

  private static void disconnect(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the card cannot be pulled", e);
    }
  }
}

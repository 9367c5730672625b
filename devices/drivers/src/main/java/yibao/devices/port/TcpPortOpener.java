package yibao.devices.port;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Opens a line to a device on the network that takes raw bytes, such as a printer on port 9100. */
public final class TcpPortOpener implements PortOpener {
  private final String host;
  private final int port;
  private final Duration connectLimit;

  /**
   * @param host name or address
   * @param port TCP port
   * @param connectLimit how long connecting may take
   */
  public TcpPortOpener(String host, int port, Duration connectLimit) {
    this.host = host;
    this.port = port;
    this.connectLimit = connectLimit;
  }

  @Override
  public String name() {
    return host + ":" + port;
  }

  @Override
  public Port open() throws PortException {
    try {
      SocketChannel channel = SocketChannel.open();
      try {
        return connect(channel);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (PortException e) {
      throw e;
    } catch (ConnectException e) {
      throw new PortException(PortFault.ABSENT, name(), e);
    } catch (IOException | RuntimeException e) {
      // Unresolved and unreachable alike: there is no device at this address.
      throw new PortException(PortFault.ABSENT, name(), e);
    }
  }

  private Port connect(SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    Selector selector = Selector.open();
    channel.register(selector, SelectionKey.OP_CONNECT);
    if (!channel.connect(new InetSocketAddress(host, port))) {
      selector.select(connectLimit.toMillis());
      if (!channel.finishConnect()) {
        selector.close();
        throw new PortException(PortFault.ABSENT, name());
      }
    }
    return new TcpPort(name(), channel, selector);
  }
}

package yibao.kiosk.hardware;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yibao.devices.certified.CertifiedComponent;
import yibao.devices.certified.CertifiedComponent.Answer;
import yibao.devices.certified.CertifiedComponentOpener;
import yibao.devices.port.PortException;

/** The certified component with its owner. Idle, it is only looked for, never called. */
public final class SupervisedCertifiedComponent implements CertifiedStation, AutoCloseable {
  private static final Duration LOOK_AFTER = Duration.ofSeconds(2);

  /** A person is shown how to stand, looks, and may try again. */
  private static final Duration CALL_LIMIT = Duration.ofSeconds(60);

  private static final Duration WAIT_LIMIT = CALL_LIMIT.plusSeconds(10);

  private final CertifiedComponentOpener component;
  private final DeviceBoard board;
  private final DeviceOwner<CertifiedComponent> owner;

  /**
   * @param component where it is
   * @param board where its state is written
   * @param random for jitter
   */
  public SupervisedCertifiedComponent(
      CertifiedComponentOpener component, DeviceBoard board, RandomGenerator random) {
    this.component = component;
    this.board = board;
    this.owner = new DeviceOwner<>(DeviceName.FACE, new Care(), board, random);
  }

  /** Begins to look for the component; returns at once, whether it is there or not. */
  public SupervisedCertifiedComponent start() {
    owner.start();
    return this;
  }

  @Override
  public Answer call(byte[] request) {
    return switch (owner.call(reached -> call(reached, request), WAIT_LIMIT)) {
      case Work.Done.With<Answer>(Answer answer) -> answer;
      case Work.Done.NotBegun<Answer> _ -> new Answer.NotReached();
      case Work.Done.Unfinished<Answer> _ -> new Answer.Lost();
    };
  }

  @Override
  public void close() {
    owner.close();
  }

  private Answer call(CertifiedComponent reached, byte[] request) {
    board.write(
        DeviceName.FACE, new Health(DeviceState.DEVICE_BUSY, Optional.empty(), Optional.empty()));
    return reached.call(request, CALL_LIMIT);
  }

  /** What the owner's thread does. */
  private final class Care implements Handling<CertifiedComponent> {
    @Override
    public CertifiedComponent open() throws PortException {
      return component.open();
    }

    @Override
    public Round round(CertifiedComponent reached) {
      return Round.next(Health.of(DeviceState.ONLINE), LOOK_AFTER);
    }

    @Override
    public void gone() {
      // Whoever calls meanwhile is told that the component cannot be reached.
    }
  }
}

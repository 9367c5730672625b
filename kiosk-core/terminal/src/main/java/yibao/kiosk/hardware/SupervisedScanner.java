package yibao.kiosk.hardware;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import yibao.devices.port.PortException;
import yibao.devices.port.PortOpener;
import yibao.devices.scan.ScanEngine;
import yibao.devices.scan.ScanFault;
import yibao.devices.scan.ScanSettings;
import yibao.devices.scan.ScannedCode;

/** The scan engine with its owner. It is lit only while somebody watches. */
public final class SupervisedScanner implements ScanStation, AutoCloseable {
  private static final Duration LISTEN = Duration.ofMillis(300);
  private static final Duration LIGHT_AGAIN = Duration.ofSeconds(3);
  private static final Duration LOOK_AFTER = Duration.ofMillis(500);
  private static final Duration CHECK_ENGINE = Duration.ofSeconds(10);
  private static final int MISSES_UNTIL_OFFLINE = 3;
  private static final int CUT_CODES_UNTIL_TOLD = 2;

  private final PortOpener line;
  private final ScanSettings settings;
  private final LongSupplier nanoClock;
  private final DeviceOwner<ScanEngine> owner;
  private final List<Delivery<Scanned>> watches = new CopyOnWriteArrayList<>();
  private final HeldUp heldUp;

  private Health health = Health.of(DeviceState.STARTING);
  private boolean lit;
  private long litAt;
  private long checkedAt;
  private int misses;

  /**
   * @param line the engine's line
   * @param settings how it is spoken to, and how it ends a code
   * @param board where its state is written
   * @param random for jitter
   * @param nanoClock monotonic nanoseconds
   */
  public SupervisedScanner(
      PortOpener line,
      ScanSettings settings,
      DeviceBoard board,
      RandomGenerator random,
      LongSupplier nanoClock) {
    this.line = line;
    this.settings = settings;
    this.nanoClock = nanoClock;
    this.heldUp = new HeldUp(nanoClock);
    this.owner = new DeviceOwner<>(DeviceName.SCAN, new Care(), board, random);
  }

  /** Begins to look for the engine; returns at once, whether it is there or not. */
  public SupervisedScanner start() {
    owner.start();
    return this;
  }

  @Override
  public Devices.Subscription watch(Consumer<Scanned> listener) {
    Delivery<Scanned> watch = new Delivery<>(listener);
    watches.add(watch);
    owner.wake();
    return () -> {
      watches.remove(watch);
      watch.close();
      owner.wake();
    };
  }

  @Override
  public void close() {
    owner.close();
    watches.forEach(Delivery::close);
  }

  /** What the owner's thread does. */
  private final class Care implements Handling<ScanEngine> {
    @Override
    public ScanEngine open() throws PortException {
      checkedAt = nanoClock.getAsLong() - CHECK_ENGINE.toNanos();
      lit = false;
      return new ScanEngine(line.open(), settings, nanoClock);
    }

    @Override
    public Round round(ScanEngine engine) throws PortException {
      if (!watches.isEmpty()) {
        scan(engine);
        return next(misses > 0 ? LISTEN : Duration.ZERO);
      }
      if (lit) {
        lit = false;
        heldUp.forget();
        engine.off();
      }
      if (misses > 0 || since(checkedAt, CHECK_ENGINE)) {
        checkedAt = nanoClock.getAsLong();
        judge(engine.check());
      }
      return next(LOOK_AFTER);
    }

    @Override
    public void gone() {
      heldUp.forget();
    }

    private void scan(ScanEngine engine) throws PortException {
      if (!lit || since(litAt, LIGHT_AGAIN)) {
        Optional<ScanFault> fault = engine.on();
        judge(fault);
        lit = fault.isEmpty();
        litAt = nanoClock.getAsLong();
      }
      if (lit) {
        int cutBefore = engine.cutCodes();
        engine.next(LISTEN).ifPresent(this::found);
        // After half a code the engine is dark as after a whole one.
        lit = lit && engine.cutCodes() <= cutBefore;
        health = ending(engine);
      }
    }

    private void found(ScannedCode code) {
      // The engine goes dark after a code and is lit again for the next one.
      lit = false;
      Scanned scanned = new Scanned(code.text());
      if (heldUp.anew(scanned)) {
        watches.forEach(watch -> watch.deliver(scanned));
      }
    }

    /** One code may be cut by a plug that moves; one after another, the engine sends no suffix. */
    private Health ending(ScanEngine engine) {
      return engine.cutCodes() < CUT_CODES_UNTIL_TOLD
          ? Health.of(DeviceState.ONLINE)
          : Health.of(DeviceState.ONLINE, ScanFault.NO_SUFFIX);
    }

    private void judge(Optional<ScanFault> fault) {
      misses = fault.isPresent() ? misses + 1 : 0;
      if (fault.isEmpty()) {
        health = Health.of(DeviceState.ONLINE);
      } else if (misses >= MISSES_UNTIL_OFFLINE) {
        health = Health.of(DeviceState.OFFLINE, fault.get());
      }
    }

    private Round next(Duration pause) {
      return new Round(health, pause, misses > 0 && misses % MISSES_UNTIL_OFFLINE == 0);
    }

    private boolean since(long then, Duration span) {
      return nanoClock.getAsLong() - then >= span.toNanos();
    }
  }
}

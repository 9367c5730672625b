package yibao.simulators.camera;

import java.util.Random;
import java.util.Set;

/** Adds what optics, light, hands and sensor do to a sharp picture. */
final class CameraFaults {
  private final Picture picture;
  private final View view;
  private final double module;
  private final double reach;
  private final Random random;

  /**
   * @param module size of a module in pixels
   * @param reach half the code's side in pixels
   */
  CameraFaults(Picture picture, View view, double module, double reach, Random random) {
    this.picture = picture;
    this.view = view;
    this.module = module;
    this.reach = reach;
    this.random = random;
  }

  /** Adds the faults in the order light meets them; returns the sensor's noise in grey levels. */
  double add(Set<FrameKind> faults, double level) {
    if (faults.contains(FrameKind.OCCLUSION)) {
      occlude(level);
    }
    if (faults.contains(FrameKind.MOIRE)) {
      beat(level);
    }
    if (faults.contains(FrameKind.BANDING)) {
      band(level);
    }
    if (faults.contains(FrameKind.LOW_CONTRAST)) {
      double range = 0.35 - 0.30 * level;
      double middle = 0.3 + random.nextDouble() * 0.4;
      picture.change((v, x, y) -> middle + (v - 0.5) * range);
    }
    if (faults.contains(FrameKind.GLARE)) {
      glare(level);
    }
    picture.defocus(0.7 + random.nextDouble() * 0.3);
    if (faults.contains(FrameKind.DEFOCUS)) {
      picture.defocus(module * (0.3 + 1.3 * level));
    }
    if (faults.contains(FrameKind.MOTION)) {
      picture.smear(module * (0.5 + 2.7 * level), random.nextDouble() * Math.PI);
    }
    if (faults.contains(FrameKind.BRIGHT)) {
      overexpose(level);
    }
    double noise = 1.5 + random.nextDouble();
    if (faults.contains(FrameKind.DARK)) {
      double gain = 0.25 - 0.2 * level;
      picture.change((v, x, y) -> 0.01 + v * gain);
      noise = 1 + level;
    }
    if (faults.contains(FrameKind.NOISE)) {
      noise = 10 + 60 * level;
    }
    return noise;
  }

  private void occlude(double level) {
    int patches = 1 + random.nextInt(3);
    double area = 4 * reach * reach * (0.01 + 0.17 * level) / patches;
    for (int i = 0; i < patches; i++) {
      double radius = Math.sqrt(area / Math.PI);
      double stretch = 0.6 + random.nextDouble();
      double angle = random.nextDouble() * Math.PI;
      double towards = random.nextDouble() * 2 * Math.PI;
      double away = reach * (0.25 + 0.75 * random.nextDouble());
      double cx = view.centreX + away * Math.cos(towards);
      double cy = view.centreY + away * Math.sin(towards);
      double shade = random.nextDouble();
      picture.change(
          (v, x, y) -> {
            double dx = (x - cx) * Math.cos(angle) + (y - cy) * Math.sin(angle);
            double dy = -(x - cx) * Math.sin(angle) + (y - cy) * Math.cos(angle);
            return Math.hypot(dx / stretch, dy * stretch) < radius ? shade : v;
          });
    }
  }

  private void beat(double level) {
    double depth = 0.08 + 0.3 * level;
    double[] period = {2.2 + random.nextDouble() * 6, 2.2 + random.nextDouble() * 12};
    double[] angle = {random.nextDouble() * Math.PI, random.nextDouble() * Math.PI};
    double[] phase = {random.nextDouble() * 6, random.nextDouble() * 6};
    picture.changeDisplay(
        (v, x, y) -> {
          double gain = 1;
          for (int i = 0; i < 2; i++) {
            double along = x * Math.cos(angle[i]) + y * Math.sin(angle[i]);
            gain += depth * Math.sin(along * 2 * Math.PI / period[i] + phase[i]);
          }
          return v * gain + depth * 0.2 * (gain - 1);
        });
  }

  private void band(double level) {
    double depth = 0.25 + 0.55 * level;
    double period = 12 + random.nextDouble() * 90;
    double phase = random.nextDouble() * 6;
    double slant = (random.nextDouble() - 0.5) * 0.2;
    picture.changeDisplay(
        (v, x, y) ->
            v
                * (1
                    - depth
                        * (0.5 + 0.5 * Math.sin((y + slant * x) * 2 * Math.PI / period + phase))));
  }

  private void glare(double level) {
    int lamps = 1 + random.nextInt(2);
    for (int i = 0; i < lamps; i++) {
      double towards = random.nextDouble() * 2 * Math.PI;
      double away = reach * (0.2 + 0.9 * random.nextDouble());
      double cx = view.centreX + away * Math.cos(towards);
      double cy = view.centreY + away * Math.sin(towards);
      double radius = reach * (0.25 + 0.55 * level);
      double stretch = 0.5 + random.nextDouble() * 1.5;
      double angle = random.nextDouble() * Math.PI;
      double power = 0.5 + 1.6 * level;
      picture.change(
          (v, x, y) -> {
            double dx = (x - cx) * Math.cos(angle) + (y - cy) * Math.sin(angle);
            double dy = -(x - cx) * Math.sin(angle) + (y - cy) * Math.cos(angle);
            double r = Math.hypot(dx / stretch, dy * stretch) / radius;
            return Math.min(1.15, v + power * Math.exp(-r * r));
          });
    }
  }

  private void overexpose(double level) {
    double gain = 1.2 + 3.0 * level;
    double lift = 0.05 + 0.5 * level;
    picture.change((v, x, y) -> Math.min(1.5, v * gain + lift));
    picture.defocus(module * (0.2 + 0.25 * level));
    picture.change((v, x, y) -> Math.min(1.0, v));
  }
}
